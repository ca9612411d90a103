/** Bytes over a plain buffer: what may be transferred between threads. */
export type Bytes = Uint8Array<ArrayBuffer>

/** One ISO base media box: 32-bit size, four letters, content (ISO/IEC 14496-12, 4.2). */
export function box(type: string, ...content: readonly Uint8Array[]): Bytes {
  let size = 8
  for (const piece of content) size += piece.length
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, size)
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i)
  let at = 8
  for (const piece of content) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** A box with a version byte and 24 bits of flags before its content. */
export function fullBox(type: string, header: { version: number; flags: number }, ...content: readonly Uint8Array[]): Bytes {
  return box(type, u32(header.version * 0x1000000 + header.flags), ...content)
}

export function u8(...values: readonly number[]): Bytes {
  return Uint8Array.from(values)
}

export function u16(...values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setUint16(i * 2, value))
  return bytes
}

export function u32(...values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setUint32(i * 4, value))
  return bytes
}

/** A 64-bit count, exact up to 2^53. */
export function u64(value: number): Bytes {
  return u32(Math.floor(value / 0x100000000), value % 0x100000000)
}

export function ascii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export function concat(pieces: readonly Uint8Array[]): Bytes {
  let size = 0
  for (const piece of pieces) size += piece.length
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
