import type { PaymentEvent } from './payment-state.ts'

/** What a payer holds in hand: where the money is bound into the fee's history. */
export type PaymentReceipt = {
  /** How many events the fee had then. */
  readonly event: number
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/**
 * The hashes of a fee's events, each over its own text and the one before.
 * @param sha256 of a text in UTF-8, hexadecimal
 */
export function chainPayment(events: readonly PaymentEvent[], sha256: (text: string) => string): string[] {
  const hashes: string[] = []
  for (const event of events) hashes.push(sha256(JSON.stringify(['balai/payment/1', hashes.at(-1) ?? null, ...eventTexts(event)])))
  return hashes
}

/** The receipt of the money that paid or settled the fee; null before it came, and for a fee that is exempt. */
export function receiptOf(events: readonly PaymentEvent[], sha256: (text: string) => string): PaymentReceipt | null {
  const at = events.findLastIndex(({ type }) => type === 'paid' || type === 'settled')
  return at < 0 ? null : { event: at + 1, hash: chainPayment(events.slice(0, at + 1), sha256)[at] }
}

/** An event as names and values in the order of their names, so that it is one text however it was stored. */
function eventTexts(event: PaymentEvent): unknown[] {
  return Object.entries(event)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
}
