import type { CaseDecideRequest } from '../../../../api/index.ts'
import type { Answers } from '../../../../case/index.ts'
import { answerRows } from './answer-words.ts'
import type { ShownStandard } from './case-desk.ts'

/** The text of a document while it is written. `key` keeps a line its own field when others go. */
export type DocumentDraft = {
  readonly title: string
  readonly lines: readonly { readonly key: number; readonly label: string; readonly text: string }[]
  readonly nextKey: number
}

const mostProposed = 12

/** Begins with the product's name and the answers in their words, in Indonesian whatever the officer reads: a document has one language. A NIK is left out. */
export function proposeDocument(standard: ShownStandard | null, answers: Answers): DocumentDraft {
  const rows = answerRows(standard?.form ?? null, answers, { language: 'id', yes: 'Ya', no: 'Tidak' })
  const lines = rows
    .filter(({ text, isSecret }) => text !== '' && !isSecret)
    .slice(0, mostProposed)
    .map(({ label, text }, key) => ({ key, label, text }))
  return { title: standard?.product.name.id ?? '', lines, nextKey: lines.length }
}

/** As it is sent; null while the title, or a line's half, is missing. A line with neither is left out. */
export function documentText(draft: DocumentDraft): CaseDecideRequest['text'] | null {
  const lines = draft.lines
    .map(({ label, text }) => ({ label: label.trim(), text: text.trim() }))
    .filter(({ label, text }) => label + text !== '')
  const isWhole = draft.title.trim() !== '' && lines.length > 0 && lines.every(({ label, text }) => label !== '' && text !== '')
  return isWhole ? { title: draft.title.trim(), lines } : null
}
