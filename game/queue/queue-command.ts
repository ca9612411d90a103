import type { AtCounter, Taking, TransferTarget } from './queue-event.ts'
import type { CallReason, Channel, PriorityReason } from './ticket.ts'

/** What somebody wants to happen. `atMs`: milliseconds since 1970 (UTC); `by` null: an officer or a machine of the mall, not the citizen. */
export type QueueCommand = { readonly atMs: number } & (
  | EntranceCommand
  | CounterCommand
  | { readonly type: 'close-line'; readonly reason: string; readonly untilMs: number | null; readonly officer: string }
  | { readonly type: 'open-line'; readonly officer: string }
  | { readonly type: 'expire-all' }
)

/** How people come in, wait and leave by themselves. */
export type EntranceCommand = { readonly atMs: number } & (
  | ({ readonly type: 'issue'; readonly channel: Channel; readonly quota: number | null } & Taking)
  | ({ readonly type: 'reserve'; readonly slotAtMs: number; readonly capacity: number } & Taking)
  | { readonly type: 'check-in'; readonly ticket: string; readonly by: string | null; readonly channel: Channel }
  | ({
      readonly type: 'arrive'
      readonly label: string
      readonly channel: Channel
      readonly from: string
      readonly rankMs: number
      readonly issuedAtMs: number
      readonly hop: number
    } & Taking)
  | { readonly type: 'ask-ready' }
  | OfTicket<'ready' | 'rejoin' | 'return', { readonly by: string | null }>
  /** `slotFreeAtMs`: when a booking's slot can be taken again; the caller draws the delay. */
  | { readonly type: 'cancel'; readonly ticket: string; readonly by: string; readonly slotFreeAtMs: number | null }
  | { readonly type: 'rebook'; readonly ticket: string; readonly day: string; readonly slotAtMs: number; readonly reason: string }
  | { readonly type: 'claim'; readonly ticket: string; readonly citizen: string }
)

/** What an officer does at a counter. */
export type CounterCommand = { readonly atMs: number } & (
  | ({ readonly type: 'call-next' } & AtCounter)
  | ({ readonly type: 'call'; readonly ticket: string; readonly reason: CallReason } & AtCounter)
  | OfTicket<'recall' | 'serve' | 'finish' | 'skip', AtCounter>
  | ({ readonly type: 'park'; readonly ticket: string; readonly room: string } & AtCounter)
  | ({ readonly type: 'transfer'; readonly ticket: string; readonly to: TransferTarget } & AtCounter)
  | { readonly type: 'prioritise'; readonly ticket: string; readonly priority: PriorityReason; readonly officer: string }
  | { readonly type: 'note'; readonly ticket: string; readonly officer: string; readonly text: string }
)

/** One member of the union for each type, so that a type picks its member. */
type OfTicket<Type extends string, Rest> = Type extends string ? { readonly type: Type; readonly ticket: string } & Rest : never
