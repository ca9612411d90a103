/** FNV-1a offset basis: the start of a state hash. */
export const hashStart = 0x811c9dc5

/** Folds one unsigned 32-bit word into a running FNV-1a hash, byte by byte. */
export function hashWord(hash: number, word: number): number {
  let h = hash
  for (let shift = 0; shift < 32; shift += 8) h = Math.imul(h ^ ((word >>> shift) & 0xff), 0x01000193)
  return h >>> 0
}

const floatBits = new Float32Array(1)
const wordBits = new Uint32Array(floatBits.buffer)

/** Folds the bits of a float32 into the hash, so that two states are equal only to the last bit. */
export function hashFloat(hash: number, value: number): number {
  floatBits[0] = value
  return hashWord(hash, wordBits[0])
}
