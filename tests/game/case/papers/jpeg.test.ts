import { describe, expect, test } from 'vitest'
import { exifOf, insertSegment, joined, jpegSample, latin } from '../../../../bench/papers/paper-samples.ts'
import { checkJpeg } from '../../../../game/case/papers/check-jpeg.ts'
import { orientPixels } from '../../../../game/case/papers/orient-pixels.ts'
import { limits, refused } from './refused.ts'

const jpeg = jpegSample({ width: 40, height: 24 })
const check = (bytes: Uint8Array): string | null => refused(() => checkJpeg(bytes, limits))
/** Where the marker stands first. */
const find = (marker: number, bytes = jpeg): number => bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === marker)
const changed = (at: number, ...bytes: number[]): Uint8Array => {
  const copy = Uint8Array.from(jpeg)
  copy.set(bytes, at)
  return copy
}
const without = (from: number, to: number): Uint8Array => joined(jpeg.subarray(0, from), jpeg.subarray(to))
const segmentEnd = (at: number): number => at + 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3])

describe('a JPEG', () => {
  test('P5: is one segment after the other, each as long as it says', () => {
    expect(checkJpeg(jpeg, limits)).toEqual({ width: 40, height: 24, orientation: 1 })
    const table = find(0xdb)
    expect(check(changed(table + 3, jpeg[table + 3] + 1))).toBe('paper-broken')
    expect(check(changed(table + 2, 0xff, 0xff))).toBe('paper-broken')
    expect(check(changed(table + 2, 0, 1))).toBe('paper-broken')
    expect(check(joined(jpeg.subarray(0, table), [0x00], jpeg.subarray(table)))).toBe('paper-broken')
    // Filling bytes before a marker are allowed.
    expect(check(joined(jpeg.subarray(0, table), [0xff, 0xff], jpeg.subarray(table)))).toBeNull()
    expect(check(insertSegment(jpeg, 0x01, new Uint8Array(4)))).toBe('paper-broken')
    for (let length = 2; length < jpeg.length; length += 7) expect(check(jpeg.subarray(0, length))).toBe('paper-broken')
  })

  test('P6: has one frame of a kind that cameras make', () => {
    const frame = find(0xc0)
    const segment = jpeg.subarray(frame, segmentEnd(frame))
    expect(check(joined(jpeg.subarray(0, frame), segment, jpeg.subarray(frame)))).toBe('paper-broken')
    expect(check(without(frame, segmentEnd(frame)))).toBe('paper-broken')
    for (const kind of [0xc3, 0xc5, 0xc9, 0xcb]) expect(check(changed(frame + 1, kind))).toBe('paper-broken')
    expect(check(changed(frame + 4, 12))).toBe('paper-broken')
    expect(check(changed(frame + 5, 0, 0))).toBe('paper-broken')
    expect(check(changed(frame + 7, 0, 0))).toBe('paper-broken')
    expect(check(changed(frame + 9, 2))).toBe('paper-broken')
    expect(check(changed(frame + 11, 0x00))).toBe('paper-broken')
    expect(check(changed(frame + 11, 0x51))).toBe('paper-broken')
  })

  test('P7: gives its tables before it uses them', () => {
    const [quantisers, huffman, scan] = [find(0xdb), find(0xc4), find(0xda)]
    expect(check(without(quantisers, segmentEnd(quantisers)))).toBe('paper-broken')
    expect(check(without(huffman, segmentEnd(huffman)))).toBe('paper-broken')
    for (const tables of [0x33, 0x30, 0x03]) expect(check(changed(scan + 6, tables))).toBe('paper-broken')
    expect(check(changed(scan + 5, 9))).toBe('paper-broken')
    // A table of no codes, and one of an id that there is not.
    expect(check(changed(huffman + 5, ...new Uint8Array(16)))).toBe('paper-broken')
    expect(check(changed(quantisers + 4, 0x04))).toBe('paper-broken')
  })

  test('P8: ends where it ends', () => {
    expect(check(joined(jpeg, latin('a')))).toBe('paper-two-in-one')
    expect(check(joined(jpeg, jpeg))).toBe('paper-two-in-one')
    expect(check(jpeg.subarray(0, -2))).toBe('paper-broken')
    expect(check(joined(jpeg.subarray(0, -1), [0xd8]))).toBe('paper-broken')
  })

  test('P9: has at least one scan and no more than 32', () => {
    const scan = find(0xda)
    const one = jpeg.subarray(scan, jpeg.length - 2)
    const scans = (count: number): Uint8Array =>
      joined(jpeg.subarray(0, scan), ...Array.from({ length: count }, () => one), jpeg.subarray(-2))
    expect(check(scans(0))).toBe('paper-broken')
    expect(check(scans(32))).toBeNull()
    expect(check(scans(33))).toBe('paper-bomb')
  })

  test('P10: has no more pixels than may be decoded', () => {
    const frame = find(0xc0)
    expect(check(changed(frame + 5, 0xff, 0xff, 0xff, 0xff))).toBe('paper-pixels')
    expect(refused(() => checkJpeg(jpeg, { mostPixels: 40 * 24 }))).toBeNull()
    expect(refused(() => checkJpeg(jpeg, { mostPixels: 40 * 24 - 1 }))).toBe('paper-pixels')
  })

  test('P11: says how it is to be seen', () => {
    const seen = (payload: Uint8Array): number => checkJpeg(insertSegment(jpeg, 0xe1, payload), limits).orientation
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((value) => seen(exifOf(value)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 1])
    expect(seen(exifOf(6, false))).toBe(6)
    // The last four bytes lead to a next directory.
    for (let length = 0; length < exifOf(6).length - 4; length++) expect(seen(exifOf(6).subarray(0, length))).toBe(1)
    const far = exifOf(6)
    far.set([0xff, 0xff, 0xff, 0xff], 10)
    expect(seen(far)).toBe(1)
  })

  test('P12: is turned as it says', () => {
    // a b c
    // d e f
    const pixels = {
      width: 3,
      height: 2,
      data: new Uint8Array(new Uint32Array([...'abcdef'].map((letter) => letter.charCodeAt(0))).buffer),
    }
    const seen = (orientation: number): string => {
      const { width, data } = orientPixels(pixels, orientation)
      const letters = [...new Uint32Array(data.buffer, data.byteOffset, data.length / 4)]
        .map((letter) => String.fromCharCode(letter))
        .join('')
      return `${width} ${letters}`
    }
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(seen)).toEqual([
      '3 abcdef',
      '3 cbafed',
      '3 fedcba',
      '3 defabc',
      '2 adbecf',
      '2 daebfc',
      '2 fcebda',
      '2 cfbead',
    ])
    expect(orientPixels(pixels, 1)).toBe(pixels)
  })
})
