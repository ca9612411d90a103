export { applyQueueEvent, type QueueEvent } from './apply-queue-event.ts'
export { decideQueue, type QueueCommand, type QueueDecision } from './decide-queue.ts'
export { estimateWait } from './estimate-wait.ts'
export { formatLabel, spokenLabel } from './label.ts'
export { officeDay } from './office-day.ts'
export {
  createQueueDay,
  liveTicketOf,
  peekNext,
  peopleAhead,
  ticketInHand,
  waitingCount,
  waitingTickets,
  type QueueDay,
  type Ticket,
  type TicketState,
} from './queue-day.ts'
export { queueErrors, type QueueErrorCode } from './queue-errors.ts'
