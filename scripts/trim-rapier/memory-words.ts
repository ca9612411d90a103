import type { WasmFile } from './wasm-file.ts'

/** The words, 4 bytes each at whole multiples of 4, that lie in memory before the first call. */
export type MemoryWords = ReadonlyMap<number, number>

export function memoryWords(file: WasmFile): MemoryWords {
  const words = new Map<number, number>()
  for (const { address, bytes } of file.data) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = (4 - (address % 4)) % 4; at < bytes.length; at += 4) {
      let word = 0
      for (let byte = 0; byte < 4 && at + byte < bytes.length; byte++) word += view.getUint8(at + byte) * 256 ** byte
      words.set(address + at, word)
    }
  }
  return words
}

/**
 * The Rust source files out of which each function was compiled, as far as it can panic: a panic's message names its file, and the
 * code holds the address of a { address of the path, its length, line, column }. Keys are function indices.
 */
export function panicSources(file: WasmFile, words: MemoryWords): ReadonlyMap<number, readonly string[]> {
  const paths = new Map<number, string>()
  for (const [address, path] of words) {
    const length = words.get(address + 4) ?? 0
    if (length < 4 || length > 250) continue
    const segment = file.data.find((each) => path >= each.address && path + length <= each.address + each.bytes.length)
    if (!segment) continue
    const text = Buffer.from(segment.bytes.subarray(path - segment.address, path - segment.address + length)).toString('latin1')
    if (text.endsWith('.rs')) paths.set(address, text)
  }
  const sources = new Map<number, readonly string[]>()
  for (const [i, { numbers }] of file.functions.entries()) {
    const found = [...numbers].map((number) => paths.get(number)).filter((path) => path !== undefined)
    if (found.length > 0) sources.set(i + file.imports.length, found)
  }
  return sources
}
