import type { CaseErrorCode } from './case-errors.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseState } from './case-state.ts'

export type CaseDecision =
  | { readonly ok: true; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly code: CaseErrorCode; readonly details: Readonly<Record<string, unknown>> }

export function accept(...events: readonly CaseEvent[]): CaseDecision {
  return { ok: true, events }
}

export function refuse(code: CaseErrorCode, details: Readonly<Record<string, unknown>> = {}): CaseDecision {
  return { ok: false, code, details }
}

export function refuseState({ number, state }: CaseState): CaseDecision {
  return refuse('case-state', { number, state })
}
