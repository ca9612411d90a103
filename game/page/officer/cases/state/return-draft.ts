import type { CaseMark, CaseReturnRequest } from '../../../../api/index.ts'

/** What is to be put right, as the officer writes it: a sentence for each field and paper, and a spot on a picture. Only what is ticked is in it. */
export type ReturnDraft = {
  readonly fields: Readonly<Record<string, string>>
  readonly papers: Readonly<Record<string, PaperReturn>>
}
export type PaperReturn = { readonly sentence: string; readonly mark: CaseMark | null }
/** A field by its name, or a paper by the slug of its requirement. */
export type ReturnPart = { readonly type: 'field' | 'paper'; readonly name: string }

export const emptyReturn: ReturnDraft = { fields: {}, papers: {} }

export function isTicked(draft: ReturnDraft, { type, name }: ReturnPart): boolean {
  return Object.hasOwn(type === 'field' ? draft.fields : draft.papers, name)
}

export function sentenceOf(draft: ReturnDraft, { type, name }: ReturnPart): string {
  return (type === 'field' ? draft.fields[name] : draft.papers[name]?.sentence) ?? ''
}

/** Ticks a part, or takes its tick away with what was written for it. */
export function tick(draft: ReturnDraft, part: ReturnPart): ReturnDraft {
  if (!isTicked(draft, part)) return write(draft, part, '')
  const { type, name } = part
  if (type === 'field') return { ...draft, fields: without(draft.fields, name) }
  return { ...draft, papers: without(draft.papers, name) }
}

/** Writes the sentence for a part; one that was not ticked is from then on. */
export function write(draft: ReturnDraft, { type, name }: ReturnPart, sentence: string): ReturnDraft {
  if (type === 'field') return { ...draft, fields: { ...draft.fields, [name]: sentence } }
  return { ...draft, papers: { ...draft.papers, [name]: { mark: draft.papers[name]?.mark ?? null, sentence } } }
}

/** Marks a spot of a paper, or takes the mark away (null). */
export function markPaper(draft: ReturnDraft, name: string, mark: CaseMark | null): ReturnDraft {
  return { ...draft, papers: { ...draft.papers, [name]: { sentence: draft.papers[name]?.sentence ?? '', mark } } }
}

export function partsOf(draft: ReturnDraft): ReturnPart[] {
  const fields = Object.keys(draft.fields).map((name) => ({ type: 'field' as const, name }))
  return [...fields, ...Object.keys(draft.papers).map((name) => ({ type: 'paper' as const, name }))]
}

/** The first ticked part without a sentence; null: all have one. A citizen who only sees a cross does not know what to do. */
export function lacksSentence(draft: ReturnDraft): ReturnPart | null {
  return partsOf(draft).find((part) => sentenceOf(draft, part).trim() === '') ?? null
}

export function returnRequest(draft: ReturnDraft): Omit<CaseReturnRequest, 'seen'> {
  return {
    fields: Object.entries(draft.fields).map(([field, sentence]) => ({ field, sentence: sentence.trim() })),
    papers: Object.entries(draft.papers).map(([requirement, { sentence, mark }]) => ({ requirement, sentence: sentence.trim(), mark })),
  }
}

function without<Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))
}
