import { checkJpeg } from '../check-jpeg.ts'
import { fixedLimits, type PaperLimits } from '../paper-limits.ts'
import { refusePixels } from '../refuse-pixels.ts'
import { openPdf } from './open-pdf.ts'
import { broken } from './pdf-lexer.ts'
import { collectPages } from './collect-pages.ts'
import { entry, nameOf, wholeNumber, type PdfStream, type PdfValue } from './pdf-value.ts'
import { readPdfFile } from './read-pdf-file.ts'
import { refuseActive } from './refuse-active.ts'
import { unpackStream, type Inflate, type UnpackBudget } from './unpack-stream.ts'
import { writePdf } from './write-pdf.ts'

/** A PDF that may be kept, as we write it. */
export type CheckedPdf = { readonly pages: number; readonly bytes: Uint8Array }

/**
 * Reads a PDF strictly, refuses what is dangerous, and writes it anew from what its pages need.
 * @throws paper-broken, paper-two-in-one, paper-encrypted, paper-active, paper-embedded, paper-filter, paper-pages, paper-pixels, paper-bomb
 */
export function checkPdf(bytes: Uint8Array, limits: PaperLimits, inflate: Inflate): CheckedPdf {
  const budget: UnpackBudget = { leftBytes: fixedLimits.pdfBytes }
  const file = readPdfFile(bytes)
  const { trailer, resolve, packed } = openPdf(file, inflate, budget)
  const root = resolve(entry(trailer, 'Root'))
  if (root.type !== 'dict' || nameOf(resolve(entry(root, 'Type'))) !== 'Catalog') throw broken('no catalogue')
  // Also what no page leads to: a file that carries it is not a plain one.
  for (const { value } of file.objects.values()) refuseActive(value)
  for (const value of packed) refuseActive(value)
  const pages = collectPages(root, resolve, limits)
  const written = writePdf({ root, pages, resolve })
  for (const value of written.values) {
    refuseActive(value)
    if (value.type === 'stream') checkStream(value, { limits, inflate, budget, resolve })
  }
  return { pages: pages.length, bytes: written.bytes }
}

type Checking = {
  readonly limits: PaperLimits
  readonly inflate: Inflate
  readonly budget: UnpackBudget
  readonly resolve: (value: PdfValue) => PdfValue
}

function checkStream(stream: PdfStream, { limits, inflate, budget, resolve }: Checking): void {
  const pixels = { mostPixels: limits.mostPdfPixels }
  if (nameOf(entry(stream.dict, 'Subtype')) === 'Image') {
    const [width, height] = [resolve(entry(stream.dict, 'Width')), resolve(entry(stream.dict, 'Height'))].map(wholeNumber)
    if (width === null || height === null || width === 0 || height === 0) throw broken('a picture without size')
    refusePixels(width, height, pixels)
  }
  const { data, rest } = unpackStream(stream, inflate, budget)
  if (rest === 'DCTDecode') checkJpeg(withoutLineEnd(data), pixels)
}

/** Some writers count the end of line after a picture as a part of it. */
function withoutLineEnd(data: Uint8Array): Uint8Array {
  let end = data.length
  while (end > 0 && data.length - end < 2 && (data[end - 1] === 10 || data[end - 1] === 13)) end--
  return data.subarray(0, end)
}
