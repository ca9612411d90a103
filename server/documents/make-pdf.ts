import { correction, generate } from 'lean-qr'
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib'
import { spacedCode, type Localized } from '../../game/case/index.ts'
import type { DocumentText } from './document-port.ts'
import { printableText, wrapText } from './printable-text.ts'

/** All that is on the paper. */
export type PrintedDocument = {
  readonly region: string
  readonly province: string
  readonly agency: string
  readonly number: string
  readonly text: DocumentText
  /** "2 Maret 2026". */
  readonly issuedOn: string
  readonly issuedAtMs: number
  readonly code: string
  /** The verification page: `https://mpp.example.go.id/cek/7QF3…`. */
  readonly address: string
  readonly notice: Localized
  /** Written across the foot of an install whose catalogue is a demonstration; null: it is not. */
  readonly demo: Localized | null
}

/** Points; 72 to the inch. A4. */
const page = { width: 595.28, height: 841.89, margin: 62 } as const
const inner = page.width - 2 * page.margin
const labelWidth = 158
const footHeight = 178
const qrSide = 104
const ink = rgb(0.13, 0.11, 0.1)
const soft = rgb(0.36, 0.31, 0.28)
const rule = rgb(0.56, 0.11, 0.15)

/** Viewers without Helvetica take a wider font: lines leave room for that. */
const widthOf = (font: PDFFont, text: string, size: number): number => font.widthOfTextAtSize(text, size) * 1.14

type Pen = { readonly pdf: PDFDocument; readonly plain: PDFFont; readonly bold: PDFFont; page: PDFPage; y: number }

/** An A4 PDF: the same input gives the same bytes. @throws CodedError document-text for characters that cannot be printed */
export async function makePdf(printed: PrintedDocument): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const pdf = await PDFDocument.create()
  const [plain, bold] = await Promise.all([pdf.embedFont(StandardFonts.Helvetica), pdf.embedFont(StandardFonts.HelveticaBold)])
  const characters = new Set(plain.getCharacterSet())
  const say = (text: string): string => printableText(text, characters)
  describe(pdf, printed, say)
  const pen: Pen = { pdf, plain, bold, page: pdf.addPage([page.width, page.height]), y: page.height - page.margin }
  drawHead(pen, printed, say)
  for (const { label, text } of printed.text.lines) drawLine(pen, say(label), say(text))
  drawFoot(pen, printed, say)
  numberPages(pen, say(printed.number))
  return { bytes: await pdf.save({ useObjectStreams: false }), pages: pdf.getPageCount() }
}

function describe(pdf: PDFDocument, { text, number, agency, region, issuedAtMs }: PrintedDocument, say: (text: string) => string): void {
  const at = new Date(issuedAtMs)
  pdf.setTitle(`${say(text.title)} ${number}`, { showInWindowTitleBar: true })
  pdf.setAuthor(say(`${agency}, ${region}`))
  pdf.setLanguage('id-ID')
  pdf.setProducer('Balai')
  pdf.setCreator('Balai')
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
}

function drawHead(pen: Pen, { region, province, agency, number, text }: PrintedDocument, say: (text: string) => string): void {
  drawCentred(pen, say(`${region}, ${province}`), pen.plain, 11, soft)
  pen.y -= 4
  for (const line of wrapText(say(agency), inner, (part) => widthOf(pen.bold, part, 15))) drawCentred(pen, line, pen.bold, 15, ink)
  pen.y -= 6
  pen.page.drawRectangle({ x: page.margin, y: pen.y, width: inner, height: 2.4, color: rule })
  pen.page.drawRectangle({ x: page.margin, y: pen.y - 4, width: inner, height: 0.8, color: rule })
  pen.y -= 44
  for (const line of wrapText(say(text.title), inner, (part) => widthOf(pen.bold, part, 19))) drawCentred(pen, line, pen.bold, 19, ink)
  drawCentred(pen, `Nomor ${number}`, pen.plain, 11.5, soft)
  pen.y -= 26
}

function drawCentred(pen: Pen, text: string, font: PDFFont, size: number, color: typeof ink): void {
  pen.y -= size
  pen.page.drawText(text, { x: (page.width - font.widthOfTextAtSize(text, size)) / 2, y: pen.y, size, font, color })
  pen.y -= size * 0.35
}

/** One line of the document: its name at the left, the text beside it. */
function drawLine(pen: Pen, label: string, text: string): void {
  const [size, leading] = [11.5, 16.5]
  const labels = wrapText(label, labelWidth - 14, (part) => widthOf(pen.plain, part, size))
  const texts = wrapText(text, inner - labelWidth, (part) => widthOf(pen.bold, part, size))
  const rows = Math.max(labels.length, texts.length)
  for (let row = 0; row < rows; row++) {
    if (pen.y - leading < page.margin) turnPage(pen)
    pen.y -= leading
    const put = (part: string | undefined, x: number, font: PDFFont, color: typeof ink): void => {
      if (part !== undefined) pen.page.drawText(part, { x, y: pen.y, size, font, color })
    }
    put(labels[row], page.margin, pen.plain, soft)
    if (row === 0) put(':', page.margin + labelWidth - 10, pen.plain, soft)
    put(texts[row], page.margin + labelWidth, pen.bold, ink)
  }
  pen.y -= 6
}

function turnPage(pen: Pen): void {
  pen.page = pen.pdf.addPage([page.width, page.height])
  pen.y = page.height - page.margin
}

/** Where it can be checked, and what it is not: at the foot of the last page. */
function drawFoot(pen: Pen, { code, address, issuedOn, notice, demo }: PrintedDocument, say: (text: string) => string): void {
  if (pen.y - footHeight < page.margin) turnPage(pen)
  const top = page.margin + footHeight
  pen.page.drawRectangle({ x: page.margin, y: top, width: inner, height: 0.8, color: rule })
  drawQr(pen.page, address, page.margin, top - 14 - qrSide)
  const x = page.margin + qrSide + 18
  const width = inner - qrSide - 18
  let y = top - 12
  const put = (text: string, font: PDFFont, size: number, color: typeof ink, gap: number): void => {
    for (const part of wrapText(say(text), width, (one) => widthOf(font, one, size))) {
      y -= size
      pen.page.drawText(part, { x, y, size, font, color })
      y -= size * 0.34
    }
    y -= gap
  }
  put(`Diterbitkan ${issuedOn}`, pen.bold, 11.5, ink, 4)
  put('Periksa keasliannya: pindai kode, atau buka', pen.plain, 9.5, soft, 0)
  put(address.slice(0, address.lastIndexOf('/')), pen.plain, 9.5, ink, 0)
  put(`lalu tulis  ${spacedCode(code)}`, pen.bold, 12.5, ink, 5)
  put(notice.id, pen.bold, 8.5, ink, 2)
  put(notice.en, pen.plain, 8.5, soft, 3)
  if (demo !== null) put(`${demo.id} ${demo.en}`, pen.bold, 8.5, rule, 0)
}

/** Level M: a fold or a stamp over a seventh of it does no harm. */
function drawQr(onto: PDFPage, text: string, x: number, y: number): void {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const module = qrSide / code.size
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (!code.get(column, row)) continue
      const from = column
      while (code.get(column + 1, row)) column++
      const width = (column + 1 - from) * module
      onto.drawRectangle({ x: x + from * module, y: y + (code.size - 1 - row) * module, width, height: module, color: rgb(0, 0, 0) })
    }
  }
}

function numberPages({ pdf, plain }: Pen, number: string): void {
  const pages = pdf.getPages()
  for (const [index, one] of pages.entries()) {
    const text = `${number} · ${index + 1}/${pages.length}`
    one.drawText(text, { x: page.width - page.margin - plain.widthOfTextAtSize(text, 8.5), y: 34, size: 8.5, font: plain, color: soft })
  }
}
