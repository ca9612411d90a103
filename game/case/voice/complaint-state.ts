import { complaintClasses, type ComplaintKind, type ComplaintLevel } from './complaint-kinds.ts'

/** Who sent it: an account, or (anonymous) the hash of a code that opens it. */
export type ComplaintVoice = { readonly citizen: string } | { readonly codeHash: string }
/** Words that lie in the vault. `sha256` is over the text, hexadecimal. */
export type KeptWords = { readonly paper: string; readonly sha256: string }
/** What it is about, as ids; null: not said. */
export type ComplaintSubject = { readonly ticket: string | null; readonly case: string | null }

export type ComplaintStateName = 'received' | 'in-hand' | 'answered' | 'closed'

/** Times are milliseconds since 1970 (UTC). */
export type ComplaintState = {
  readonly id: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly kind: ComplaintKind
  readonly voice: ComplaintVoice
  readonly about: ComplaintSubject
  /** Officers complained about, as the server knows them. */
  readonly against: readonly string[]
  readonly state: ComplaintStateName
  readonly level: ComplaintLevel
  readonly holder: string | null
  /** When an answer is due; null while none is. */
  readonly dueMs: number | null
  /** What was said, oldest first. */
  readonly words: readonly {
    readonly from: 'citizen' | 'office'
    readonly atMs: number
    readonly level: ComplaintLevel
    readonly kept: KeptWords
  }[]
  readonly answeredBy: readonly string[]
  /** Until when it can be reopened; null before an answer. */
  readonly reopenUntilMs: number | null
  readonly reopenings: number
  readonly escalations: number
  /** Some answer came after its time. */
  readonly isLate: boolean
  /** 1 to 4; null: not rated. */
  readonly rating: number | null
  readonly createdAtMs: number
}

export type ComplaintEvent =
  | {
      readonly type: 'received'
      readonly atMs: number
      readonly id: string
      readonly number: string
      readonly region: string
      readonly agency: string
      readonly kind: ComplaintKind
      readonly voice: ComplaintVoice
      readonly about: ComplaintSubject
      readonly against: readonly string[]
      readonly level: ComplaintLevel
      readonly dueMs: number
      readonly kept: KeptWords
    }
  | { readonly type: 'taken'; readonly atMs: number; readonly by: string }
  | {
      readonly type: 'answered'
      readonly atMs: number
      readonly by: string
      readonly kept: KeptWords
      readonly isLate: boolean
      readonly reopenUntilMs: number
    }
  | { readonly type: 'rated'; readonly atMs: number; readonly rating: number }
  | { readonly type: 'reopened'; readonly atMs: number; readonly level: ComplaintLevel; readonly dueMs: number; readonly kept: KeptWords }
  | {
      readonly type: 'escalated'
      readonly atMs: number
      readonly level: ComplaintLevel
      readonly dueMs: number
      readonly holder: string | null
    }
  | { readonly type: 'lapsed'; readonly atMs: number }

/** The complaint after these events, oldest first; null before it was received. */
export function foldComplaint(events: readonly ComplaintEvent[]): ComplaintState | null {
  let state: ComplaintState | null = null
  for (const event of events) state = applyComplaintEvent(state, event)
  return state
}

function applyComplaintEvent(state: ComplaintState | null, event: ComplaintEvent): ComplaintState {
  const { atMs } = event
  if (event.type === 'received') {
    const { type: _type, atMs: _atMs, kept, ...rest } = event
    const words = [{ from: 'citizen', atMs, level: rest.level, kept } as const]
    return { ...rest, ...fresh, words, createdAtMs: atMs }
  }
  if (state === null) throw new TypeError(`a complaint begins with the event received, got ${event.type}`)
  switch (event.type) {
    case 'taken':
      return { ...state, state: 'in-hand', holder: event.by }
    case 'answered':
      return {
        ...state,
        state: 'answered',
        dueMs: null,
        reopenUntilMs: event.reopenUntilMs,
        isLate: state.isLate || event.isLate,
        answeredBy: [...state.answeredBy, event.by],
        words: [...state.words, { from: 'office', atMs, level: state.level, kept: event.kept }],
      }
    case 'rated':
      return { ...state, state: 'closed', rating: event.rating }
    case 'lapsed':
      return { ...state, state: 'closed' }
    case 'reopened':
      return {
        ...state,
        state: 'received',
        holder: null,
        rating: null,
        reopenUntilMs: null,
        level: event.level,
        dueMs: event.dueMs,
        reopenings: state.reopenings + 1,
        words: [...state.words, { from: 'citizen', atMs, level: event.level, kept: event.kept }],
      }
    case 'escalated': {
      const { level, dueMs, holder } = event
      return { ...state, state: holder === null ? 'received' : 'in-hand', level, dueMs, holder, escalations: state.escalations + 1 }
    }
  }
}

const fresh = {
  state: 'received',
  holder: null,
  answeredBy: [],
  reopenUntilMs: null,
  reopenings: 0,
  escalations: 0,
  isLate: false,
  rating: null,
} satisfies Partial<ComplaintState>

/** Working days of the complaint's class. */
export const daysOf = ({ kind }: Pick<ComplaintState, 'kind'>): number => complaintClasses[kind].days
