import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'

/** The four lists of a line's day, as the officer leafs through them. */
export const queueLists = ['waiting', 'parked', 'skipped', 'reserved'] as const
export type QueueList = (typeof queueLists)[number]

/** What can be done with a ticket that is not in hand. */
export type RowAction = 'call' | 'rejoin' | 'return' | 'check-in' | 'prioritise' | 'note'

const actionsOf: Readonly<Record<QueueList, readonly RowAction[]>> = {
  waiting: ['call', 'prioritise', 'note'],
  parked: ['return', 'call', 'note'],
  skipped: ['rejoin', 'call', 'note'],
  reserved: ['check-in', 'prioritise', 'note'],
}

/** The actions for a ticket of one of the four lists, the usual one first; none when it is in none of them. */
export function rowActions(ticket: Pick<OfficerTicket, 'state'>): readonly RowAction[] {
  return queueLists.includes(ticket.state as QueueList) ? actionsOf[ticket.state as QueueList] : []
}

/** Nobody is called while somebody is in hand; the rest can be done beside it. */
export function isRowActionPossible(action: RowAction, counter: OfficerCounter): boolean {
  return action !== 'call' || counter.current === null
}

/** The ticket as the server last told it, in hand or in a list; null once it is gone from here. */
export function findTicket(counter: OfficerCounter, id: string): OfficerTicket | null {
  if (counter.current?.id === id) return counter.current
  for (const list of queueLists) {
    const found = counter[list].find((ticket) => ticket.id === id)
    if (found) return found
  }
  return null
}

/** How many are in a list: the server tells 24 of each at most, but counts all who wait. */
export function countOf(counter: OfficerCounter, list: QueueList): number {
  return list === 'waiting' ? counter.lines.reduce((sum, line) => sum + line.waiting, 0) : counter[list].length
}
