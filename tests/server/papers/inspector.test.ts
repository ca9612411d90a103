import { PDFDocument } from 'pdf-lib'
import { decode } from 'jpeg-js'
import { PNG } from 'pngjs'
import { afterEach, describe, expect, test } from 'vitest'
import {
  drawSheet,
  insertSegment,
  joined,
  jpegSample,
  latin,
  pdfOf,
  pdfParts,
  pdfSample,
  pngSample,
} from '../../../bench/papers/paper-samples.ts'
import { paperLimits } from '../../../game/case/index.ts'
import { createInspector } from '../../../server/papers/index.ts'

let inspector = createInspector({ limits: paperLimits })
afterEach(async () => {
  await inspector.close()
  inspector = createInspector({ limits: paperLimits })
})
const inspect = (bytes: Uint8Array) => inspector.inspect(Uint8Array.from(bytes))

describe('the thread that looks at papers', () => {
  test('writes a photograph anew: its pixels turned, and nothing else of the file', async () => {
    const secret = 'GPS 0.4178 LS 116.9831 BT'
    const sent = insertSegment(
      insertSegment(jpegSample({ width: 64, height: 32, orientation: 6, quality: 95 }), 0xfe, latin(secret)),
      0xe2,
      latin(secret),
    )
    const { kept, type, pages } = await inspect(sent)
    expect([type, pages]).toEqual(['image/jpeg', 1])
    expect(Buffer.from(kept).includes('GPS')).toBe(false)
    expect(Buffer.from(kept).includes('Exif')).toBe(false)
    const [before, after] = [decode(sent), decode(kept)]
    expect([after.width, after.height]).toEqual([32, 64])
    // Seen turned by a quarter to the right: what was left at the bottom is left at the top.
    let most = 0
    for (let y = 0; y < 32; y++)
      for (let x = 0; x < 64; x++) most = Math.max(most, Math.abs(before.data[(y * 64 + x) * 4] - after.data[(x * 32 + 31 - y) * 4]))
    expect(most).toBeLessThan(80)
    expect(await inspect(kept)).toMatchObject({ ok: true, type: 'image/jpeg' })
  })

  test('writes a PNG anew to the same pixels, with its transparency', async () => {
    for (const alpha of [255, 120]) {
      const sent = pngSample({ width: 33, height: 21, alpha })
      const { kept } = await inspect(sent)
      expect(PNG.sync.read(Buffer.from(kept)).data.equals(PNG.sync.read(Buffer.from(sent)).data)).toBe(true)
    }
    const plain = PNG.sync.read(Buffer.from((await inspect(pngSample({ width: 9, height: 9 }))).kept)).data
    expect([...plain.subarray(0, 3)]).toEqual([...drawSheet(9, 9).subarray(0, 3)])
  })

  test('writes a PDF anew', async () => {
    const { kept, pages } = await inspect(pdfSample({ pages: 3 }))
    expect(pages).toBe(3)
    expect((await PDFDocument.load(kept)).getPageCount()).toBe(3)
  })

  test('refuses by its code what is no paper, and goes on with the next', async () => {
    const flate = pdfOf([...pdfParts().slice(0, 3), { text: '<</Filter/FlateDecode/Length 3>>', data: latin('abc') }])
    const files: [Uint8Array, string][] = [
      [new Uint8Array(0), 'paper-empty'],
      [latin('halo'), 'paper-type'],
      [joined(jpegSample(), [0]), 'paper-two-in-one'],
      [insertSegment(jpegSample(), 0xfe, latin('<html>')), 'paper-two-in-one'],
      [flate, 'paper-broken'],
      [pdfSample({ pages: 41 }), 'paper-pages'],
    ]
    for (const [bytes, code] of files) await expect(inspect(bytes)).rejects.toMatchObject({ code })
    expect((await inspect(pngSample())).ok).toBe(true)
    const small = createInspector({ limits: { ...paperLimits, mostBytes: 1024 * 1024 } })
    await expect(small.inspect(Uint8Array.from(joined(jpegSample(), new Uint8Array(1024 * 1024))))).rejects.toMatchObject({
      code: 'paper-too-large',
      details: { limit: '1 MB' },
    })
    await small.close()
  })

  test('gives up what takes too long, and starts anew for the next', async () => {
    const hasty = createInspector({ limits: paperLimits, mostMs: 1 })
    const slow = jpegSample({ width: 1500, height: 1500 })
    await expect(hasty.inspect(Uint8Array.from(slow))).rejects.toMatchObject({ code: 'paper-slow' })
    await hasty.close()
    expect((await inspect(slow)).ok).toBe(true)
  })

  test('takes no more than it may keep waiting', async () => {
    const full = createInspector({ limits: paperLimits, mostWaiting: 2 })
    const settled = await Promise.allSettled(Array.from({ length: 4 }, () => full.inspect(Uint8Array.from(jpegSample()))))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(settled[3]).toMatchObject({ reason: { code: 'papers-busy' } })
    await full.close()
  })
})
