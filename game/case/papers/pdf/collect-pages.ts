import { paperError } from '../paper-errors.ts'
import { fixedLimits, type PaperLimits } from '../paper-limits.ts'
import { broken } from './pdf-lexer.ts'
import { entry, nameOf, wholeNumber, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts'

/** A page with what it inherits from the branches above it. */
export type PdfPage = { readonly ref: PdfRef; readonly dict: PdfDict }
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

/** The pages in their order. @throws paper-pages {pages, limit}, paper-broken when the tree is none */
export function collectPages(root: PdfDict, resolve: (value: PdfValue) => PdfValue, { mostPages }: PaperLimits): PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<number>()
  // Counted by what the tree says first, so that a tree of ten thousand is not walked.
  const top = resolve(entry(root, 'Pages'))
  const said = top.type === 'dict' ? wholeNumber(resolve(entry(top, 'Count'))) : null
  if (said === null) throw broken('no pages')
  const tooMany = (found: number): Error => paperError('paper-pages', `${found} pages`, { pages: found, limit: mostPages })
  if (said > mostPages || said === 0) throw tooMany(said)

  const walk = (value: PdfValue, above: ReadonlyMap<string, PdfValue>, depth: number): void => {
    if (value.type !== 'ref' || seen.has(value.number) || depth > fixedLimits.pdfDepth) throw broken('tree of pages')
    seen.add(value.number)
    const node = resolve(value)
    if (node.type !== 'dict') throw broken('tree of pages')
    const here = new Map(above)
    for (const key of inherited) if (node.entries.has(key)) here.set(key, entry(node, key))
    if (nameOf(resolve(entry(node, 'Type'))) === 'Page') {
      pages.push({ ref: value, dict: { type: 'dict', entries: new Map([...here, ...node.entries]) } })
      if (pages.length > mostPages) throw tooMany(pages.length)
      return
    }
    const kids = resolve(entry(node, 'Kids'))
    if (kids.type !== 'array') throw broken('tree of pages')
    for (const kid of kids.items) walk(kid, here, depth + 1)
  }
  walk(entry(root, 'Pages'), new Map(), 0)
  if (pages.length !== said) throw broken('the pages are not as many as it says')
  for (const { dict } of pages) {
    const box = resolve(entry(dict, 'MediaBox'))
    if (box.type !== 'array' || box.items.length !== 4) throw broken('a page without size')
  }
  return pages
}
