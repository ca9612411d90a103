import type { KeptWords } from './complaint-state.ts'
import type { DueAfter } from './decide-complaint.ts'
import { accepted, refused, type VoiceDecision } from './voice-errors.ts'
import { isOfRegion, type VoiceOfficer } from './voice-officer.ts'

/** Working days from receipt in which a gratification is reported (UU 20/2001 article 12C; Peraturan KPK 2/2019). */
export const giftDays = 30
export const giftStates = ['declared', 'reviewed', 'reported', 'determined', 'returned'] as const
/** `reported`: to the KPK; `determined`: the KPK has said whose it is; `returned`: to the giver. */
export type GiftStateName = (typeof giftStates)[number]

/** A gift that an officer declares. What it is and who gave it lie in the vault. */
export type GiftState = {
  readonly id: string
  readonly number: string
  readonly region: string
  readonly officer: string
  readonly agency: string | null
  /** YYYY-MM-DD */
  readonly receivedOn: string
  readonly kept: KeptWords
  readonly state: GiftStateName
  /** By when it has to be reported; null once it is, or was returned. */
  readonly dueMs: number | null
  readonly isLate: boolean
  readonly createdAtMs: number
  readonly updatedAtMs: number
}
export type GiftEvent =
  | ({ readonly type: 'declared'; readonly atMs: number; readonly dueMs: number } & GiftFacts)
  | { readonly type: 'advanced'; readonly atMs: number; readonly to: GiftStateName; readonly by: string; readonly isLate: boolean }
type GiftFacts = Pick<GiftState, 'id' | 'number' | 'region' | 'officer' | 'agency' | 'receivedOn' | 'kept'>

export type GiftCommand =
  /** `receivedMs` is the end of the day of receipt in the region, `today` the day now. */
  | ({ readonly type: 'declare'; readonly atMs: number; readonly today: string; readonly receivedMs: number } & GiftFacts)
  | { readonly type: 'advance'; readonly atMs: number; readonly to: GiftStateName; readonly officer: VoiceOfficer }

const next: Readonly<Record<GiftStateName, readonly GiftStateName[]>> = {
  declared: ['reviewed', 'returned'],
  reviewed: ['reported', 'returned'],
  reported: ['determined'],
  determined: [],
  returned: [],
}

/** Where a gift can go from here. */
export const giftSteps = (state: GiftStateName): readonly GiftStateName[] => next[state]

export function decideGift(state: GiftState | null, command: GiftCommand, dueAfter: DueAfter): VoiceDecision<GiftEvent> {
  if (command.type === 'declare') {
    const { type: _type, today, receivedMs, ...facts } = command
    if (state !== null) return accepted()
    if (facts.receivedOn > today) return refused('gift-future')
    return accepted({ type: 'declared', ...facts, dueMs: dueAfter(receivedMs, giftDays) })
  }
  if (state === null) throw new TypeError('a gift is declared first')
  const { atMs, to, officer } = command
  const mayJudge = officer.id !== state.officer && officer.roles.has('integrity') && isOfRegion(officer, state.region)
  if (!mayJudge) return refused('not-for-you')
  if (!next[state.state].includes(to)) return refused('voice-state', { state: state.state })
  return accepted({ type: 'advanced', atMs, to, by: officer.id, isLate: to === 'reported' && isOverdue(state, atMs) })
}

/** Whether it should have been reported by now. */
export const isOverdue = ({ dueMs }: Pick<GiftState, 'dueMs'>, atMs: number): boolean => dueMs !== null && atMs > dueMs

export function foldGift(events: readonly GiftEvent[]): GiftState | null {
  let state: GiftState | null = null
  for (const event of events) state = applyGiftEvent(state, event)
  return state
}

function applyGiftEvent(state: GiftState | null, event: GiftEvent): GiftState {
  const { atMs } = event
  if (event.type === 'declared') {
    const { type: _type, atMs: _atMs, ...facts } = event
    return { ...facts, state: 'declared', isLate: false, createdAtMs: atMs, updatedAtMs: atMs }
  }
  if (state === null) throw new TypeError(`a gift begins with the event declared, got ${event.type}`)
  const dueMs = event.to === 'reviewed' ? state.dueMs : null
  return { ...state, state: event.to, dueMs, isLate: state.isLate || event.isLate, updatedAtMs: atMs }
}
