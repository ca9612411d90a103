import { decidePayment, foldPayment, type PaymentCommand, type PaymentEvent, type PaymentState } from '../../../../game/case/index.ts'

export const t0 = Date.UTC(2026, 10, 23, 1)
export const hourMs = 3_600_000

/** A fee as its events tell it; `act` refuses by throwing the code. */
export function feeStory(rupiah = 350_000, id = 'fee-1') {
  let events: PaymentEvent[] = []
  const story = {
    get events(): readonly PaymentEvent[] {
      return events
    },
    get state(): PaymentState {
      const state = foldPayment(events)
      if (state === null) throw new Error('nothing was opened')
      return state
    },
    act(command: PaymentCommand): readonly PaymentEvent[] {
      const decision = decidePayment(foldPayment(events), command)
      if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.details)}`)
      events = [...events, ...decision.events]
      return decision.events
    },
    open: (amount = rupiah) =>
      story.act({
        type: 'open',
        atMs: t0,
        id,
        case: 'case-1',
        citizen: 'c1',
        region: 'kukar',
        rupiah: amount,
        tariff: 'paspor',
        basis: 'PP 45/2024',
      }),
    choose: (reference = 'REF1', atMs = t0, method: 'billing' | 'va' | 'qris' = 'va') =>
      story.act({ type: 'choose', atMs, method, reference, qr: null, expiresAtMs: atMs + hourMs }),
    notice: (providerId = 'bank-1', amount = rupiah, reference = 'REF1', atMs = t0 + 1000) =>
      story.act({ type: 'notice', atMs, reference, rupiah: amount, providerId }),
    settle: (providerId = 'bank-1', reference = 'REF1', atMs = t0 + 2000) =>
      story.act({ type: 'settle', atMs, reference, providerId, day: '2026-11-23' }),
    refund: (reason = 'permohonan ditolak', isApprover = true) =>
      story.act({ type: 'refund', atMs: t0 + 9000, by: 'o1', isApprover, reason }),
  }
  return story
}
