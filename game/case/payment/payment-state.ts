/** How a fee can be paid: a billing code, the number of a virtual account, or a QRIS code. */
export const paymentMethods = ['billing', 'va', 'qris'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export type PaymentStateName = 'due' | 'paid' | 'settled' | 'refunded' | 'exempt'

/** A way to pay that was chosen. The reference is the provider's. */
export type PaymentReference = {
  readonly method: PaymentMethod
  /** Capitals and digits, as the statement has it. */
  readonly reference: string
  /** What a QRIS code says, as the provider made it; null: for the other ways. */
  readonly qr: string | null
  readonly atMs: number
  /** From this instant on a new one is made; money that comes on it still counts. */
  readonly expiresAtMs: number
}
/** Money that came and pays nothing: to be given back by the provider. */
export type StrayMoney = {
  readonly why: 'wrong-amount' | 'double'
  readonly reference: string
  readonly rupiah: number
  readonly providerId: string
  readonly atMs: number
}

/** The fee of one case. Times are milliseconds since 1970 (UTC). */
export type PaymentState = {
  readonly id: string
  readonly case: string
  readonly citizen: string
  readonly region: string
  readonly state: PaymentStateName
  /** Whole rupiah, from the tariff. */
  readonly rupiah: number
  /** Slug of the tariff's item or exemption, and the regulation. */
  readonly tariff: string
  readonly basis: string
  /** In the order in which they were chosen; the last is the one to show. */
  readonly references: readonly PaymentReference[]
  /** The provider's id of the money that paid it; null before. */
  readonly paidBy: string | null
  readonly settledBy: string | null
  readonly createdAtMs: number
  readonly paidAtMs: number | null
  readonly settledAtMs: number | null
  readonly refundedAtMs: number | null
  /** Why it was given back, for the payer; null: it was not. */
  readonly refundReason: string | null
  readonly strays: readonly StrayMoney[]
  /** The provider's ids that were heard of, so that a repeated notice is known. */
  readonly heard: readonly string[]
}

export type PaymentEvent =
  | {
      readonly type: 'opened'
      readonly atMs: number
      readonly id: string
      readonly case: string
      readonly citizen: string
      readonly region: string
      readonly rupiah: number
      readonly tariff: string
      readonly basis: string
    }
  | {
      readonly type: 'method-chosen'
      readonly atMs: number
      readonly method: PaymentMethod
      readonly reference: string
      readonly qr: string | null
      readonly expiresAtMs: number
    }
  | { readonly type: 'paid'; readonly atMs: number; readonly reference: string; readonly providerId: string }
  | { readonly type: 'settled'; readonly atMs: number; readonly reference: string; readonly providerId: string; readonly day: string }
  | {
      readonly type: 'stray'
      readonly atMs: number
      readonly why: StrayMoney['why']
      readonly reference: string
      readonly rupiah: number
      readonly providerId: string
    }
  /** The reason is the office's own words, for the payer. */
  | { readonly type: 'refunded'; readonly atMs: number; readonly by: string; readonly reason: string }

/** The fee after these events, oldest first; null before it is opened. */
export function foldPayment(events: readonly PaymentEvent[]): PaymentState | null {
  let state: PaymentState | null = null
  for (const event of events) state = applyPaymentEvent(state, event)
  return state
}

function applyPaymentEvent(state: PaymentState | null, event: PaymentEvent): PaymentState {
  if (event.type === 'opened') {
    const { type: _type, atMs, ...fee } = event
    return { ...fee, ...unpaid, state: event.rupiah === 0 ? 'exempt' : 'due', createdAtMs: atMs }
  }
  if (state === null) throw new TypeError(`a fee begins with the event opened, got ${event.type}`)
  const { atMs } = event
  switch (event.type) {
    case 'method-chosen': {
      const { method, reference, qr, expiresAtMs } = event
      return { ...state, references: [...state.references, { method, reference, qr, atMs, expiresAtMs }] }
    }
    case 'paid':
      return { ...state, state: 'paid', paidAtMs: atMs, paidBy: event.providerId, heard: [...state.heard, event.providerId] }
    case 'settled':
      return {
        ...state,
        state: 'settled',
        settledAtMs: atMs,
        settledBy: event.providerId,
        paidAtMs: state.paidAtMs ?? atMs,
        paidBy: event.providerId,
        heard: [...state.heard, event.providerId],
      }
    case 'stray': {
      const { type: _type, ...stray } = event
      return { ...state, strays: [...state.strays, stray], heard: [...state.heard, event.providerId] }
    }
    case 'refunded':
      return { ...state, state: 'refunded', refundedAtMs: atMs, refundReason: event.reason }
  }
}

const unpaid = {
  references: [],
  paidBy: null,
  settledBy: null,
  paidAtMs: null,
  settledAtMs: null,
  refundedAtMs: null,
  refundReason: null,
  strays: [],
  heard: [],
} satisfies Partial<PaymentState>

/** The reference to show: the last one chosen, while it is valid. */
export function currentReference(state: PaymentState, atMs: number): PaymentReference | null {
  const last = state.references.at(-1)
  return last !== undefined && atMs < last.expiresAtMs ? last : null
}
