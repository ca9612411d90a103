import type { CounterSummary, TicketView } from '../../../api/index.ts'
import { chooseCounter, type CounterSpot, type Mall, type Standpoint } from '../../../mall/index.ts'

/** Where a ticket leads: to the counter that called it, else to the best of its agency; null when the mall has none. */
export function spotOfTicket(
  mall: Mall,
  ticket: Pick<TicketView, 'agency' | 'counter'>,
  summaries: readonly CounterSummary[],
  from: Standpoint | null,
): CounterSpot | null {
  const counters = mall.spots.filter((spot): spot is CounterSpot => spot.kind === 'counter')
  const called = counters.find((spot) => spot.counter.id === ticket.counter?.id)
  const own = counters.filter((spot) => spot.counter.agency === ticket.agency)
  return called ?? chooseCounter(own, summaries, from)
}
