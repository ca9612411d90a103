import { threeDaysMs } from './three-days.ts'

/** A citizen's wish about their data that somebody has to look at: a correction, or an objection to how it is used. */
export type DataRequest = {
  readonly id: string
  readonly kind: 'correction' | 'objection'
  readonly about: { readonly kind: string; readonly id: string }
  readonly state: 'received' | 'done' | 'refused'
  readonly askedAtMs: number
  /** UU 27/2022 articles 30 and 41: within 3 × 24 hours. */
  readonly answerByMs: number
  readonly answeredAtMs: number | null
  /** Whether the answer came in time; null: there is none yet. */
  readonly isInTime: boolean | null
}
export type DataRequestEvent = { readonly atMs: number } & (
  | ({ readonly type: 'asked' } & Pick<DataRequest, 'id' | 'kind' | 'about'>)
  | { readonly type: 'done' | 'refused'; readonly officer: string }
)
export type AnswerRefusal = 'already-answered' | 'reason-missing'

export function applyDataRequest(before: DataRequest | null, event: DataRequestEvent): DataRequest | null {
  if (event.type === 'asked') {
    const { id, kind, about, atMs } = event
    return { id, kind, about, state: 'received', askedAtMs: atMs, answerByMs: atMs + threeDaysMs, answeredAtMs: null, isInTime: null }
  }
  if (before === null) return null
  return { ...before, state: event.type, answeredAtMs: event.atMs, isInTime: event.atMs <= before.answerByMs }
}

/** Answers it once; a refusal has its reason. */
export function answerDataRequest(
  request: DataRequest,
  answer: { readonly type: 'done' | 'refused'; readonly officer: string; readonly words: string; readonly atMs: number },
): { readonly ok: true; readonly event: DataRequestEvent } | { readonly ok: false; readonly code: AnswerRefusal } {
  if (request.state !== 'received') return { ok: false, code: 'already-answered' }
  if (answer.type === 'refused' && answer.words.trim() === '') return { ok: false, code: 'reason-missing' }
  return { ok: true, event: { type: answer.type, officer: answer.officer, atMs: answer.atMs } }
}

export function isDataRequestLate(request: DataRequest, nowMs: number): boolean {
  return request.state === 'received' ? nowMs > request.answerByMs : request.isInTime === false
}
