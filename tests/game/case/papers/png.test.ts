import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { joined, latin, pngSample } from '../../../../bench/papers/paper-samples.ts'
import { checkPng } from '../../../../game/case/papers/check-png.ts'
import { limits, refused } from './refused.ts'

type Chunk = readonly [name: string, data: Uint8Array]
const numbers = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value)
  return new Uint8Array(view.buffer)
}
const signature = pngSample().subarray(0, 8)
function png(...chunks: Chunk[]): Uint8Array {
  const parts = chunks.map(([name, data]) => {
    const body = joined(latin(name), data)
    return joined(numbers(data.length), body, numbers(crc32(body)))
  })
  return joined(signature, ...parts)
}
const header = (width: number, height: number, ...rest: number[]): Chunk => ['IHDR', joined(numbers(width, height), rest)]
const plain = header(4, 4, 8, 2, 0, 0, 0)
const data: Chunk = ['IDAT', new Uint8Array(deflateSync(new Uint8Array(4 * 13)))]
const end: Chunk = ['IEND', new Uint8Array(0)]
const palette: Chunk = ['PLTE', new Uint8Array(6)]
const check = (...chunks: Chunk[]): string | null => refused(() => checkPng(png(...chunks), limits))

describe('a PNG', () => {
  test('P10: has no more pixels than may be decoded', () => {
    expect(check(header(400, 250, 8, 2, 0, 0, 0), data, end)).toBeNull()
    expect(check(header(401, 250, 8, 2, 0, 0, 0), data, end)).toBe('paper-pixels')
    expect(check(header(0xffffffff, 0xffffffff, 8, 2, 0, 0, 0), data, end)).toBe('paper-pixels')
  })

  test('P13: begins with its one header, of colours and depths that there are', () => {
    expect(check(plain, data, end)).toBeNull()
    expect(check(data, plain, end)).toBe('paper-broken')
    expect(check(plain, plain, data, end)).toBe('paper-broken')
    expect(check(['IHDR', joined(plain[1], [0])], data, end)).toBe('paper-broken')
    for (const [depth, colour] of [
      [8, 1],
      [8, 5],
      [4, 2],
      [16, 3],
      [3, 0],
      [2, 6],
    ])
      expect(check(header(4, 4, depth, colour, 0, 0, 0), palette, data, end)).toBe('paper-broken')
    for (const methods of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 2],
    ])
      expect(check(header(4, 4, 8, 2, ...methods), data, end)).toBe('paper-broken')
    expect(check(header(0, 4, 8, 2, 0, 0, 0), data, end)).toBe('paper-broken')
  })

  test('P14: has every chunk whole, with its checksum', () => {
    const whole = png(plain, data, end)
    expect(refused(() => checkPng(whole, limits))).toBeNull()
    for (let at = signature.length; at < whole.length; at += 3) {
      const copy = Uint8Array.from(whole)
      copy[at] ^= 0x10
      expect(refused(() => checkPng(copy, limits))).not.toBeNull()
    }
    for (let length = 8; length < whole.length; length += 5)
      expect(refused(() => checkPng(whole.subarray(0, length), limits))).toBe('paper-broken')
    const torn = Uint8Array.from(whole)
    torn.set(numbers(crc32(data[1])), torn.length - 12 - 4)
    expect(refused(() => checkPng(torn, limits))).toBe('paper-broken')
  })

  test('P15: has its picture in one piece after another, and a palette where it belongs', () => {
    expect(check(plain, data, data, end)).toBeNull()
    expect(check(plain, data, ['tEXt', latin('a')], data, end)).toBe('paper-broken')
    expect(check(plain, end)).toBe('paper-broken')
    const indexed = header(4, 4, 8, 3, 0, 0, 0)
    expect(check(indexed, palette, data, end)).toBeNull()
    expect(check(indexed, data, end)).toBe('paper-broken')
    expect(check(indexed, data, palette, end)).toBe('paper-broken')
    expect(check(indexed, palette, palette, data, end)).toBe('paper-broken')
    expect(check(indexed, ['PLTE', new Uint8Array(7)], data, end)).toBe('paper-broken')
    expect(check(indexed, ['PLTE', new Uint8Array(771)], data, end)).toBe('paper-broken')
    expect(check(header(4, 4, 8, 0, 0, 0, 0), palette, data, end)).toBe('paper-broken')
  })

  test('P16: may carry what can be skipped, and nothing that cannot', () => {
    expect(check(plain, ['tEXt', latin('Author\0a')], data, ['zzZz', new Uint8Array(3)], end)).toBeNull()
    expect(check(plain, ['ABCD', new Uint8Array(3)], data, end)).toBe('paper-broken')
    expect(check(plain, ['ab1d', new Uint8Array(3)], data, end)).toBe('paper-broken')
  })

  test('P17: ends where it ends', () => {
    const whole = png(plain, data, end)
    expect(refused(() => checkPng(joined(whole, [0]), limits))).toBe('paper-two-in-one')
    expect(refused(() => checkPng(joined(whole, whole), limits))).toBe('paper-two-in-one')
    expect(check(plain, data, ['IEND', new Uint8Array(1)])).toBe('paper-broken')
    expect(check(plain, data)).toBe('paper-broken')
  })

  test('P18: is known to the byte before it is unpacked', () => {
    const bytes = (...chunk: Chunk): number => checkPng(png(chunk, palette, data, end), limits).unpackedBytes
    const size = (width: number, height: number, depth: number, colour: number, laced = 0): number =>
      bytes(...header(width, height, depth, colour, 0, 0, laced))
    expect([size(4, 4, 8, 2), size(5, 3, 16, 6), size(9, 2, 1, 3), size(7, 1, 4, 3)]).toEqual([4 * 13, 3 * 41, 2 * 3, 5])
    // Adam7 by hand: an 8 × 8 picture has passes of 1, 1, 2, 4, 8, 16 and 32 pixels in 1, 1, 1, 2, 2, 4 and 4 rows.
    expect(size(8, 8, 8, 3, 1)).toBe(64 + 15)
    expect([size(1, 1, 8, 3, 1), size(5, 5, 8, 3, 1), size(3, 2, 8, 3, 1)]).toEqual([2, 25 + 1 + 1 + 1 + 2 + 1 + 3 + 2, 6 + 1 + 1 + 1 + 1])
    const sample = pngSample({ width: 30, height: 17 })
    const { pieces, unpackedBytes } = checkPng(sample, limits)
    expect(inflateSync(joined(...pieces.map(([from, to]) => sample.subarray(from, to)))).length).toBe(unpackedBytes)
  })
})
