import type { Rng } from '@balai/engine/core'
import { joined, jpegSample, latin, pdfSample } from './paper-samples.ts'

/** A paper with one change after which it is none. `how` names the change. */
type Broken = { readonly how: string; readonly bytes: Uint8Array }
type Break = readonly [how: string, change: (bytes: Uint8Array, rng: Rng) => Uint8Array]

const whole = (rng: Rng, below: number): number => Math.floor(rng() * below)
const cutAt = (bytes: Uint8Array, at: number, count = 1): Uint8Array => joined(bytes.subarray(0, at), bytes.subarray(at + count))
const insertAt = (bytes: Uint8Array, at: number, ...more: number[]): Uint8Array => joined(bytes.subarray(0, at), more, bytes.subarray(at))
function setAt(bytes: Uint8Array, at: number, ...more: number[]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy.set(more, at)
  return copy
}
/** Where a marker of a JPEG stands. */
const marker = (bytes: Uint8Array, code: number): number => bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === code)
/** Somewhere in the data of the scan, never between the two bytes of an escape. */
function inScan(bytes: Uint8Array, rng: Rng): number {
  const from = marker(bytes, 0xda) + 14
  for (;;) {
    const at = from + whole(rng, bytes.length - 4 - from)
    if (bytes[at] !== 0xff && bytes[at - 1] !== 0xff && bytes[at + 1] !== 0xff) return at
  }
}

const jpegBreaks: readonly Break[] = [
  ['cut off', (bytes, rng) => bytes.subarray(0, 4 + whole(rng, bytes.length - 6))],
  ['cut off and closed again', (bytes, rng) => joined(bytes.subarray(0, inScan(bytes, rng)).subarray(0, -10), [0xff, 0xd9])],
  ['a marker amid its data', (bytes, rng) => insertAt(bytes, inScan(bytes, rng), 0xff, [0xc8, 0xde, 0xf0, 0x02][whole(rng, 4)])],
  ['a second frame', (bytes) => insertAt(bytes, marker(bytes, 0xda), ...bytes.subarray(marker(bytes, 0xc0), marker(bytes, 0xc0) + 19))],
  [
    'a segment of another length',
    (bytes, rng) => setAt(bytes, marker(bytes, [0xdb, 0xc0, 0xda][whole(rng, 3)]) + 2, whole(rng, 256), 1 + whole(rng, 2)),
  ],
  ['a byte more in its tables', (bytes, rng) => insertAt(bytes, 2 + whole(rng, marker(bytes, 0xda) - 2), whole(rng, 255))],
  ['a byte less in its tables', (bytes, rng) => cutAt(bytes, 2 + whole(rng, marker(bytes, 0xda) - 2))],
  ['more codes than there can be', (bytes, rng) => setAt(bytes, marker(bytes, 0xc4) + 5, 200 + whole(rng, 56), 255)],
  ['a table that is not there', (bytes) => setAt(bytes, marker(bytes, 0xda) + 6, 0x33)],
  ['no pixels', (bytes, rng) => setAt(bytes, marker(bytes, 0xc0) + (rng() < 0.5 ? 5 : 7), 0, 0)],
  ['no samples', (bytes) => setAt(bytes, marker(bytes, 0xc0) + 11, 0)],
  ['taller than its data', (bytes) => setAt(bytes, marker(bytes, 0xc0) + 5, 0x07, 0xd0)],
  ['an arithmetic frame', (bytes) => setAt(bytes, marker(bytes, 0xc0) + 1, 0xc9)],
  ['without its end', (bytes) => bytes.subarray(0, -2)],
  ['with more after its end', (bytes, rng) => joined(bytes, [1 + whole(rng, 255)])],
]

export function brokenJpeg(rng: Rng): Broken {
  const sample = jpegSample({
    width: 40 + whole(rng, 60),
    height: 30 + whole(rng, 40),
    seed: whole(rng, 1e6),
    quality: 30 + whole(rng, 60),
  })
  const [how, change] = jpegBreaks[whole(rng, jpegBreaks.length)]
  return { how: `jpeg, ${how}`, bytes: change(sample, rng) }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const edit = (bytes: Uint8Array, find: string | RegExp, replace: string): Uint8Array => latin(textOf(bytes).replace(find, () => replace))
/** Before the word that says where the table is: what moves there moves the table. */
const beforeEnd = (bytes: Uint8Array, rng: Rng): number => 10 + whole(rng, textOf(bytes).lastIndexOf('trailer') - 10)

const pdfBreaks: readonly Break[] = [
  ['cut off', (bytes, rng) => bytes.subarray(0, 9 + whole(rng, bytes.length - 16))],
  ['a byte more', (bytes, rng) => insertAt(bytes, beforeEnd(bytes, rng), 65 + whole(rng, 26))],
  ['a byte less', (bytes, rng) => cutAt(bytes, beforeEnd(bytes, rng))],
  ['many bytes less', (bytes, rng) => cutAt(bytes, 10 + whole(rng, 200), 20 + whole(rng, 200))],
  ['packed data changed', (bytes, rng) => flipPacked(bytes, rng)],
  ['a wrong place in its table', (bytes, rng) => edit(bytes, /(\d{10}) 00000 n/, `${String(whole(rng, 5)).padStart(10, '0')} 00000 n`)],
  ['no such table', (bytes, rng) => edit(bytes, /startxref\n\d+/, `startxref\n${whole(rng, 100)}`)],
  ['a wrong length', (bytes, rng) => edit(bytes, /\/Length \d+/, `/Length ${whole(rng, 20)}`)],
  ['an object without end', (bytes) => edit(bytes, 'endobj', 'endob ')],
  ['a stream without end', (bytes) => edit(bytes, 'endstream', 'endstraem')],
  ['no catalogue', (bytes) => edit(bytes, '/Root 1 0 R', '/Root 2 0 R')],
  ['no root', (bytes) => edit(bytes, '/Root 1 0 R', '/Toor 1 0 R')],
  ['no pages', (bytes) => edit(bytes, '/Pages 2 0 R', '/Pages 4 0 R')],
  ['pages that are not there', (bytes) => edit(bytes, /\/Kids\[[^\]]*\]/, '/Kids[99 0 R]')],
  ['a wrong count', (bytes) => edit(bytes, /\/Count \d/, '/Count 9')],
  ['a page without size', (bytes) => edit(bytes, '/MediaBox[0 0 595 842]', '/MediaBox[0 0 595]    ')],
  ['a dictionary without end', (bytes) => edit(bytes, '>>\nendobj', '>\nendobj ')],
  ['without its end', (bytes) => edit(bytes, /%%EOF\n$/, '')],
  ['with more after its end', (bytes, rng) => joined(bytes, latin(`\n${'x'.repeat(1 + whole(rng, 50))}`))],
  ['no header', (bytes) => edit(bytes, '%PDF-1.7', '%PDF-x.y')],
]

export function brokenPdf(rng: Rng): Broken {
  const sample = pdfSample({ pages: 1 + whole(rng, 4), seed: whole(rng, 1e6), imageBytes: rng() < 0.3 ? 2000 : 0 })
  const [how, change] = pdfBreaks[whole(rng, pdfBreaks.length)]
  return { how: `pdf, ${how}`, bytes: change(sample, rng) }
}

/** One bit of the head or the checksum of packed data: any other may lie in what fills its last byte. */
function flipPacked(bytes: Uint8Array, rng: Rng): Uint8Array {
  const text = textOf(bytes)
  const from = text.indexOf('stream\n', text.indexOf('/FlateDecode')) + 'stream\n'.length
  const end = text.indexOf('\nendstream', from)
  const at = rng() < 0.5 ? from + whole(rng, 2) : end - 1 - whole(rng, 4)
  return setAt(bytes, at, bytes[at] ^ (1 << whole(rng, 8)))
}
