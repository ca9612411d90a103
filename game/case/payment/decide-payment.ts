import type { PaymentErrorCode } from './payment-errors.ts'
import { currentReference, type PaymentEvent, type PaymentMethod, type PaymentReference, type PaymentState } from './payment-state.ts'

/** What is wanted of a fee. Nobody names an amount but the tariff (`open`) and the provider who has received it. */
export type PaymentCommand =
  | {
      readonly type: 'open'
      readonly atMs: number
      readonly id: string
      readonly case: string
      readonly citizen: string
      readonly region: string
      readonly rupiah: number
      readonly tariff: string
      readonly basis: string
    }
  /** `reference` was made by the provider for this fee. */
  | {
      readonly type: 'choose'
      readonly atMs: number
      readonly method: PaymentMethod
      readonly reference: string
      readonly qr: string | null
      readonly expiresAtMs: number
    }
  | {
      readonly type: 'notice'
      readonly atMs: number
      readonly reference: string
      readonly rupiah: number
      readonly providerId: string
    }
  /** A row of the statement that `reconcile` has matched. `day` is the row's. */
  | { readonly type: 'settle'; readonly atMs: number; readonly reference: string; readonly providerId: string; readonly day: string }
  | { readonly type: 'refund'; readonly atMs: number; readonly by: string; readonly isApprover: boolean; readonly reason: string }

export type PaymentDecision =
  | { readonly ok: true; readonly events: readonly PaymentEvent[] }
  | { readonly ok: false; readonly code: PaymentErrorCode; readonly details: Readonly<Record<string, unknown>> }

const accept = (...events: readonly PaymentEvent[]): PaymentDecision => ({ ok: true, events })
const refuse = (code: PaymentErrorCode, details: Readonly<Record<string, unknown>> = {}): PaymentDecision => ({ ok: false, code, details })

/** What follows from a command; no events: it has happened before. `state` is null before the fee is opened. */
export function decidePayment(state: PaymentState | null, command: PaymentCommand): PaymentDecision {
  if (command.type === 'open') return state === null ? decideOpen(command) : accept()
  if (state === null) throw new TypeError(`a fee is opened first, got ${command.type}`)
  switch (command.type) {
    case 'choose':
      return decideChoose(state, command)
    case 'notice':
      return decideNotice(state, command)
    case 'settle':
      return decideSettle(state, command)
    case 'refund':
      return decideRefund(state, command)
  }
}

/** The reference that is given again when this way is chosen now; null: the provider makes a new one. */
export function keptReference(state: PaymentState, method: PaymentMethod, atMs: number): PaymentReference | null {
  const current = currentReference(state, atMs)
  return current?.method === method ? current : null
}

type Of<Type extends PaymentCommand['type']> = Extract<PaymentCommand, { type: Type }>

function decideOpen({ type: _type, ...fee }: Of<'open'>): PaymentDecision {
  const { rupiah } = fee
  if (!Number.isSafeInteger(rupiah) || rupiah < 0) return refuse('amount-invalid', { rupiah })
  return accept({ type: 'opened', ...fee })
}

function decideChoose(state: PaymentState, { type: _type, ...chosen }: Of<'choose'>): PaymentDecision {
  if (state.state !== 'due') return refuse('nothing-due', { state: state.state })
  if (keptReference(state, chosen.method, chosen.atMs) !== null) return accept()
  return accept({ type: 'method-chosen', ...chosen })
}

function decideNotice(state: PaymentState, { type: _type, ...money }: Of<'notice'>): PaymentDecision {
  const { atMs, reference, providerId } = money
  if (!isOwn(state, reference)) return refuse('unknown-reference', { reference })
  if (state.heard.includes(providerId)) return accept()
  if (state.state !== 'due') return accept({ type: 'stray', why: 'double', ...money })
  if (money.rupiah !== state.rupiah) return accept({ type: 'stray', why: 'wrong-amount', ...money })
  return accept({ type: 'paid', atMs, reference, providerId })
}

function decideSettle(state: PaymentState, { type: _type, ...row }: Of<'settle'>): PaymentDecision {
  const { atMs, reference, providerId } = row
  if (!isOwn(state, reference)) return refuse('unknown-reference', { reference })
  if (state.settledBy === providerId) return accept()
  const isFirst = state.state === 'due' || (state.state === 'paid' && state.paidBy === providerId)
  if (isFirst) return accept({ type: 'settled', ...row })
  if (state.heard.includes(providerId)) return accept()
  return accept({ type: 'stray', why: 'double', atMs, reference, rupiah: state.rupiah, providerId })
}

function decideRefund(state: PaymentState, { atMs, by, isApprover, reason }: Of<'refund'>): PaymentDecision {
  if (!isApprover) return refuse('not-approver')
  if (state.state !== 'paid' && state.state !== 'settled') return refuse('not-refundable', { state: state.state })
  if (reason.trim() === '') return refuse('reason-missing')
  return accept({ type: 'refunded', atMs, by, reason: reason.trim() })
}

const isOwn = (state: PaymentState, reference: string): boolean => state.references.some((one) => one.reference === reference)
