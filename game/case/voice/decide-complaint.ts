import {
  complaintClasses,
  complaintLevels,
  escalationDays,
  mostReopenings,
  reopenDays,
  type ComplaintKind,
  type ComplaintLevel,
} from './complaint-kinds.ts'
import {
  daysOf,
  type ComplaintEvent,
  type ComplaintState,
  type ComplaintSubject,
  type ComplaintVoice,
  type KeptWords,
} from './complaint-state.ts'
import { accepted, refused, type VoiceDecision, type VoiceErrorCode } from './voice-errors.ts'
import { isFreeIntegrity, isOfRegion, type VoiceOfficer } from './voice-officer.ts'

export type ComplaintCommand =
  | {
      readonly type: 'send'
      readonly atMs: number
      readonly id: string
      readonly number: string
      readonly region: string
      readonly agency: string
      readonly kind: ComplaintKind
      readonly voice: ComplaintVoice
      readonly about: ComplaintSubject
      readonly against: readonly string[]
      readonly kept: KeptWords
    }
  | { readonly type: 'take'; readonly atMs: number; readonly officer: VoiceOfficer }
  | { readonly type: 'answer'; readonly atMs: number; readonly officer: VoiceOfficer; readonly kept: KeptWords }
  | { readonly type: 'rate'; readonly atMs: number; readonly voice: ComplaintVoice; readonly rating: number }
  | { readonly type: 'reopen'; readonly atMs: number; readonly voice: ComplaintVoice; readonly kept: KeptWords }
  /** What time brings: an escalation, or an answer that nobody objected to. */
  | { readonly type: 'tend'; readonly atMs: number }

/** The end of the so-many-th working day after an instant, milliseconds. */
export type DueAfter = (fromMs: number, workingDays: number) => number
type Decision = VoiceDecision<ComplaintEvent>
type Of<Type extends ComplaintCommand['type']> = Extract<ComplaintCommand, { type: Type }>

/** What follows from a command; no events: it has happened before. `state` is null before it is received. */
export function decideComplaint(state: ComplaintState | null, command: ComplaintCommand, dueAfter: DueAfter): Decision {
  if (command.type === 'send') return state === null ? decideSend(command, dueAfter) : accepted()
  if (state === null) throw new TypeError(`a complaint is sent first, got ${command.type}`)
  switch (command.type) {
    case 'take':
      return decideTake(state, command)
    case 'answer':
      return decideAnswer(state, command, dueAfter)
    case 'rate':
      return decideRate(state, command)
    case 'reopen':
      return decideReopen(state, command, dueAfter)
    case 'tend':
      return decideTend(state, command, dueAfter)
  }
}

/** Why this officer may not see or handle it; null: they may. */
export function whyNotTheirs(state: ComplaintState, officer: VoiceOfficer): VoiceErrorCode | null {
  const { region, agency, level, against } = state
  if (against.includes(officer.id)) return 'complained-about'
  if (level === 'integrity') {
    if (isFreeIntegrity(officer, region, agency)) return null
    return officer.roles.has('integrity') && isOfRegion(officer, region) ? 'complained-about' : 'not-for-you'
  }
  const isOfAgency = isOfRegion(officer, region) && (officer.agency === agency || (officer.region === null && officer.agency === null))
  const roles = level === 'desk' ? ['front', 'verifier', 'approver'] : ['approver']
  return isOfAgency && roles.some((role) => officer.roles.has(role)) ? null : 'not-for-you'
}

function decideSend({ type: _type, ...sent }: Of<'send'>, dueAfter: DueAfter): Decision {
  const level: ComplaintLevel = sent.kind === 'conduct' ? 'head' : 'desk'
  const isAnonymous = 'codeHash' in sent.voice
  if (isAnonymous === 'citizen' in sent.voice) throw new TypeError('options.voice must be a citizen or the hash of a code')
  const { atMs, id, number, region, agency, kind, voice, about, against } = sent
  const kept = { paper: sent.kept.paper, sha256: sent.kept.sha256 }
  const dueMs = dueAfter(atMs, complaintClasses[kind].days)
  return accepted({ type: 'received', atMs, id, number, region, agency, kind, voice, about, against, level, dueMs, kept })
}

function decideTake(state: ComplaintState, { atMs, officer }: Of<'take'>): Decision {
  const why = whyNotTheirs(state, officer)
  if (why !== null) return refused(why)
  if (state.state === 'in-hand') return state.holder === officer.id ? accepted() : refused('in-other-hands')
  if (state.state !== 'received') return refused('voice-state', { state: state.state })
  if (state.answeredBy.includes(officer.id)) return refused('answered-before')
  return accepted({ type: 'taken', atMs, by: officer.id })
}

function decideAnswer(state: ComplaintState, { atMs, officer, kept }: Of<'answer'>, dueAfter: DueAfter): Decision {
  const why = whyNotTheirs(state, officer)
  if (why !== null) return refused(why)
  if (state.state !== 'in-hand') return refused('voice-state', { state: state.state })
  if (state.holder !== officer.id) return refused('not-in-hand')
  const isLate = state.escalations > 0 || (state.dueMs !== null && atMs > state.dueMs)
  return accepted({ type: 'answered', atMs, by: officer.id, kept, isLate, reopenUntilMs: dueAfter(atMs, reopenDays) })
}

function decideRate(state: ComplaintState, { atMs, voice, rating }: Of<'rate'>): Decision {
  if (!isSameVoice(state.voice, voice)) return refused('not-the-voice')
  if (state.state !== 'answered') return refused('voice-state', { state: state.state })
  if (![1, 2, 3, 4].includes(rating)) return refused('rating-invalid')
  return accepted({ type: 'rated', atMs, rating })
}

function decideReopen(state: ComplaintState, { atMs, voice, kept }: Of<'reopen'>, dueAfter: DueAfter): Decision {
  if (!isSameVoice(state.voice, voice)) return refused('not-the-voice')
  if (state.state !== 'answered' && state.state !== 'closed') return refused('voice-state', { state: state.state })
  const level = levelAfter(state.level)
  if (level === null || state.reopenings >= mostReopenings) return refused('reopen-spent')
  if (state.reopenUntilMs !== null && atMs > state.reopenUntilMs) return refused('reopen-late')
  return accepted({ type: 'reopened', atMs, level, dueMs: dueAfter(atMs, daysOf(state)), kept })
}

function decideTend(state: ComplaintState, { atMs }: Of<'tend'>, dueAfter: DueAfter): Decision {
  if (state.state === 'answered') {
    return state.reopenUntilMs !== null && atMs > state.reopenUntilMs ? accepted({ type: 'lapsed', atMs }) : accepted()
  }
  if (state.state === 'closed' || state.dueMs === null || atMs <= state.dueMs) return accepted()
  const level = levelAfter(state.level)
  const dueMs = dueAfter(atMs, escalationDays)
  return accepted({ type: 'escalated', atMs, level: level ?? state.level, dueMs, holder: level === null ? state.holder : null })
}

/** The role above; null above the highest. */
const levelAfter = (level: ComplaintLevel): ComplaintLevel | null => complaintLevels[complaintLevels.indexOf(level) + 1] ?? null

function isSameVoice(a: ComplaintVoice, b: ComplaintVoice): boolean {
  if ('citizen' in a) return 'citizen' in b && a.citizen === b.citizen
  return 'codeHash' in b && a.codeHash === b.codeHash
}
