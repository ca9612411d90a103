import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { signatureNotice } from '../../../game/case/index.ts'
import { makePdf, type PrintedDocument } from '../../../server/documents/make-pdf.ts'
import { printableText, wrapText } from '../../../server/documents/printable-text.ts'

const printed: PrintedDocument = {
  region: 'Kutai Kartanegara',
  province: 'Kalimantan Timur',
  agency: 'Disdukcapil',
  number: 'DOK-260302-7QF32M',
  text: { title: 'Surat Keterangan Pindah', lines: [{ label: 'Nama', text: 'Budi Santoso' }] },
  issuedOn: '2 Maret 2026',
  issuedAtMs: Date.UTC(2026, 2, 2, 1),
  code: '7QF32MKXAB9K',
  address: 'https://mpp.test/cek/7QF32MKXAB9K',
  notice: signatureNotice(null),
  demo: { id: 'CONTOH', en: 'SAMPLE' },
}

/** The words that a PDF draws, in their order. */
async function wordsOf(document: PrintedDocument): Promise<string> {
  const { bytes } = await makePdf(document)
  const text = Buffer.from(bytes).toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, data]) => Buffer.from(data, 'latin1'))
  const drawn = streams.map((data) => inflateSync(data).toString('latin1')).join('\n')
  return [...drawn.matchAll(/<([0-9A-Fa-f]+)> Tj/g)].map(([, hex]) => Buffer.from(hex, 'hex').toString('latin1')).join(' ')
}

describe('the paper', () => {
  it('says whose it is, what it says, where it can be checked, and that nobody has certified a signature', async () => {
    const words = await wordsOf(printed)
    for (const part of ['Kutai Kartanegara, Kalimantan Timur', 'Disdukcapil', 'Surat Keterangan Pindah', 'Nomor DOK-260302-7QF32M'])
      expect(words).toContain(part)
    for (const part of ['Budi Santoso', 'Diterbitkan 2 Maret 2026', 'https://mpp.test/cek', '7QF3 2MKX AB9K', 'CONTOH', 'SAMPLE'])
      expect(words).toContain(part)
    expect(words).toContain('TIDAK memuat tanda tangan elektronik tersertifikasi')
    expect(words).toContain('NO certified electronic signature')
    expect(words.toLowerCase()).not.toContain('ditandatangani')
  })

  it('claims a signature only where somebody certifies it', async () => {
    const words = await wordsOf({ ...printed, notice: signatureNotice('BSrE'), demo: null })
    expect(words).toMatch(/ditandatangani secara elektronik/)
    expect(words).not.toContain('TIDAK memuat')
    expect(words).not.toContain('CONTOH')
  })

  it('is the same to the byte for the same input, and another for another', async () => {
    const [one, two] = [await makePdf(printed), await makePdf(printed)]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
    const other = await makePdf({ ...printed, number: 'DOK-260302-7QF32N' })
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false)
  })
})

describe('text that is printed', () => {
  const latin = new Set([...'abcdefghijklmnopqrstuvwxyzé .'].map((letter) => letter.charCodeAt(0)))

  it('keeps the letters that the font has, takes marks off the others, and refuses what is no Latin letter', () => {
    expect(printableText(' é\n\tş  a\u0000b ', latin)).toBe('é s a b')
    expect(() => printableText('a界', latin)).toThrow(expect.objectContaining({ code: 'document-text', details: { character: '界' } }))
  })

  it('breaks at spaces, and within a word only when it must', () => {
    const width = (text: string): number => text.length
    expect(wrapText('satu dua tiga', 8, width)).toEqual(['satu dua', 'tiga'])
    expect(wrapText('abcdefghij k', 4, width)).toEqual(['abcd', 'efgh', 'ij k'])
    expect(wrapText('', 4, width)).toEqual([''])
  })
})
