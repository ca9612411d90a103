import { EventEmitter } from 'node:events'
import type { TicketEvent } from '../../game/queue/index.ts'
import type { PlacedTicket } from './queue-actors.ts'

/** What the queue tells the rest of the server, always after the commit. */
export type QueueServiceEvents = {
  /** Something that the region's public summary shows has changed; at most four times a second a region. */
  region: [region: string]
  /** One event of one ticket, with the ticket as it now is. */
  ticket: [change: { readonly event: TicketEvent; readonly placed: PlacedTicket }]
  /** A counter was opened or closed, or its picture changed. */
  counter: [change: { readonly region: string; readonly counter: string; readonly officer: string | null }]
}
export type QueueEmitter = EventEmitter<QueueServiceEvents>

export function createQueueEmitter(): QueueEmitter {
  return new EventEmitter<QueueServiceEvents>()
}
