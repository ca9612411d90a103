import { text } from 'node:stream/consumers'
import type { Answers, CaseState, FilledForm } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'
import type { PaperVault } from '../papers/index.ts'
import { hashAnswer } from './case-keys.ts'

/** Answers of forms: in the vault as a paper of their own, in the case as keyed hashes. */
export type AnswerShelf = {
  keep(of: { case: string; region: string; citizen: string }, answers: Answers): Promise<FilledForm>
  hashesOf(caseId: string, answers: Answers): FilledForm['hashes']
  /** Writes the audit first, as every opening of a paper does. */
  open(state: Pick<CaseState, 'form'>, by: Actor, why: string): Promise<Answers>
}

export function createAnswerShelf(options: { papers: PaperVault; key: Uint8Array }): AnswerShelf {
  const { papers, key } = options
  const hashesOf = (caseId: string, answers: Answers): Record<string, string> =>
    Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, hashAnswer(key, caseId, field, value)]))
  return {
    hashesOf,
    async keep({ case: id, region, citizen }, answers) {
      const bytes = Buffer.from(JSON.stringify(answers))
      const paper = await papers.put({ owner: citizen, region, kind: 'form', type: 'application/json', pages: 1, bytes })
      return { paper: paper.id, hashes: hashesOf(id, answers) }
    },
    async open({ form }, by, why) {
      if (form.paper === null) return {}
      const { body } = await papers.open(form.paper, by, why)
      return JSON.parse(await text(body)) as Answers
    },
  }
}
