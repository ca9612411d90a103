export { addDays, civilDay as officeDay, instantOf, weekdayOf } from '../calendar/index.ts'
export { applyQueueEvent } from './apply-queue-event.ts'
export { givesNumbers, hoursOf, nextOpenDays, openingAt, slotsOf, type OfficeHours, type Opening, type Span } from './calendar.ts'
export { checkHours, checkPolicy, policyBounds, type HoursProblem } from './check-hours.ts'
export { decideQueue } from './decide-queue.ts'
export type { QueueDecision } from './decision.ts'
export { estimateWait, type WaitEstimate } from './estimate-wait.ts'
export { formatLabel, spokenLabel } from './label.ts'
export { splitEvent, type PublicEvent } from './open-part.ts'
export { callOrder, callOrderOf, chooseLine, isBefore, isReady, peopleAhead } from './order.ts'
export { createPolicy, defaultPolicy, type QueuePolicy } from './policy.ts'
export {
  headText,
  linkText,
  sealText,
  unsealEvent,
  verifyProof,
  type ProofHead,
  type ProofJump,
  type ProofLine,
  type ProofReport,
  type Sha256,
} from './proof.ts'
export type { CounterCommand, EntranceCommand, QueueCommand } from './queue-command.ts'
export {
  closureAt,
  createQueueDay,
  isLive,
  isSentOn,
  liveTicketOf,
  slotHeld,
  ticketInHand,
  waitingCount,
  type QueueDay,
} from './queue-day.ts'
export { queueErrors, type QueueErrorCode } from './queue-errors.ts'
export type { AtCounter, QueueEvent, Taking, TicketEvent, TransferTarget } from './queue-event.ts'
export { summarizeVisits, visitsOf, type Visit, type VisitSummary } from './statistics.ts'
export {
  callReasons,
  channels,
  priorityReasons,
  type CallReason,
  type Channel,
  type PriorityReason,
  type Stop,
  type Ticket,
  type TicketState,
} from './ticket.ts'
