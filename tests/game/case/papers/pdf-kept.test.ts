import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { flateStream, latin, pdfOf, pdfParts, pdfSample } from '../../../../bench/papers/paper-samples.ts'
import { pdf, textOf } from './refused.ts'

describe('what is kept of a PDF', () => {
  test('P37: is what its pages need, and nothing else', async () => {
    const parts = pdfParts({ pages: 2, catalogue: '/Outlines 9 0 R/Metadata 8 0 R/Lang(id)', page: '/Thumb 8 0 R/LastModified(D:2026)' })
    const info = { text: '<</Author(Budi Santoso)/Creator(Rahasia)>>' }
    const written = textOf(
      pdf(
        pdfOf([...parts, info, flateStream(latin('<x:xmpmeta>')), { text: '<</Title(Judul)>>' }], { trailer: '/Info 7 0 R/ID[<01><02>]' }),
      ).bytes,
    )
    for (const gone of ['Author', 'Info', 'Metadata', 'Outlines', 'Title', 'Thumb', 'LastModified', 'Lang', 'ID'])
      expect(written).not.toContain(gone)
    expect(written.match(/ 0 obj\n/g)).toHaveLength(6)
    const inherited = pdfOf([
      { text: '<</Type/Catalog/Pages 2 0 R>>' },
      { text: '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 70 80]/Rotate 90/Resources<</ProcSet[/PDF]>>>>' },
      { text: '<</Type/Page/Parent 2 0 R/Rotate 180>>' },
    ])
    const page = textOf(pdf(inherited).bytes)
    for (const kept of ['/MediaBox [0 0 70 80]', '/Rotate 180', '/ProcSet [/PDF]']) expect(page).toContain(kept)
    expect((await PDFDocument.load(pdf(inherited).bytes, { throwOnInvalidObject: true })).getPage(0).getSize()).toEqual({
      width: 70,
      height: 80,
    })
  })

  test('P38: is a paper, and is written again as it is', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    for (let i = 0; i < 3; i++) document.addPage([300, 400]).drawText(`Halaman ${i}`, { font, x: 20, y: 200 })
    for (const useObjectStreams of [true, false]) {
      const once = pdf(await document.save({ useObjectStreams }))
      expect(once.pages).toBe(3)
      expect(textOf(pdf(once.bytes).bytes)).toBe(textOf(once.bytes))
      const read = await PDFDocument.load(once.bytes, { throwOnInvalidObject: true })
      expect(read.getPages().map((page) => page.getSize())).toEqual(Array.from({ length: 3 }, () => ({ width: 300, height: 400 })))
    }
    const pictures = pdf(pdfSample({ pages: 4, imageBytes: 5000 }))
    expect(pdf(pictures.bytes)).toEqual(pictures)
  })

  test('P39: says what the file said', () => {
    const page = '/X[/A#20B#2f(a\\(b\\)\\101\\n\\\r\nz)<4A4>(\\\\)-.5 +7 4. true null false(x(y)z)]'
    const kept = textOf(pdf(pdfSample({ page })).bytes)
    expect(kept).toContain('/X [/A#20B#2f <61286229410a7a> <4a40> <5c> -.5 +7 4. true null false <782879297a>]')
  })

  test('P40: shows the layers that it showed', () => {
    const kept = textOf(pdf(pdfSample({ catalogue: '/OCProperties<</D<</OFF[]>>/OCGs[]>>' })).bytes)
    expect(kept).toMatch(/\/Type\/Catalog\/Pages 2 0 R\/OCProperties <<\/D <<\/OFF \[\]>>\/OCGs \[\]>>/)
  })
})
