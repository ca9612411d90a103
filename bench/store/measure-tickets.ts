import type { Store } from '../../server/store/index.ts'
import { ticketPairs, type TicketPair } from './ticket-pairs.ts'

type TicketRate = { readonly pairs: number; readonly perSecond: number }

/** A store that is far too slow is not waited for. */
const mostMs = 8000

/**
 * Issue and call, one after the other, by many callers at once, each in a line of its own and waiting for its acknowledgement. The requests are made
 * before the clock starts: it is the store that is measured.
 * @param options.day which day it is: another one is other lines
 */
export async function measureTickets(
  store: Pick<Store, 'append'>,
  options: { readonly callers: number; readonly pairsEach: number; readonly day: number },
): Promise<TicketRate> {
  const { callers, pairsEach, day } = options
  const lines = Array.from({ length: callers }, (_, caller) => {
    const pairs = ticketPairs(`layanan-${caller}`, day)
    return Array.from({ length: pairsEach }, (): TicketPair => pairs.next().value)
  })
  let acknowledged = 0
  const startMs = performance.now()
  await Promise.all(
    lines.map(async (pairs) => {
      for (const { issue, call } of pairs) {
        if (performance.now() - startMs > mostMs) return
        await store.append(issue)
        await store.append(call)
        acknowledged++
      }
    }),
  )
  return { pairs: acknowledged, perSecond: (1000 * acknowledged) / (performance.now() - startMs) }
}
