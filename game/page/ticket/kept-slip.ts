import type { TicketView } from '../../api/index.ts'

/** The last that was known of a ticket, and when, milliseconds since 1970. */
export type KnownSlip = { readonly ticket: TicketView; readonly atMs: number }

const storeKey = 'balai.slip'

/** Keeps it over a reload, for one ticket: the next one takes its place. A store that is full or forbidden only costs the reload. */
export function keepSlip(store: Pick<Storage, 'setItem'> | null, code: string, slip: KnownSlip): void {
  try {
    store?.setItem(storeKey, JSON.stringify({ code, ...slip }))
  } catch {
    // Full or forbidden.
  }
}

/** What was kept of this code; null when it is another's, or not readable. */
export function keptSlip(store: Pick<Storage, 'getItem'> | null, code: string): KnownSlip | null {
  try {
    const kept = JSON.parse(store?.getItem(storeKey) ?? 'null') as ({ code: string } & KnownSlip) | null
    return kept?.code === code && typeof kept.ticket?.label === 'string' ? { ticket: kept.ticket, atMs: kept.atMs } : null
  } catch {
    return null
  }
}
