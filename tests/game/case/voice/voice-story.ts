import {
  decideComplaint,
  foldComplaint,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintKind,
  type ComplaintState,
  type ComplaintVoice,
  type DueAfter,
  type VoiceOfficer,
} from '../../../../game/case/index.ts'

export const t0 = Date.UTC(2026, 10, 23, 1)
export const dayMs = 86_400_000
/** Every day is worked: the calendar is not what is tried here. */
export const dueAfter: DueAfter = (fromMs, days) => fromMs + days * dayMs
export const kept = (paper: string) => ({ paper, sha256: `sha-${paper}` })

export function officer(id: string, over: Partial<Omit<VoiceOfficer, 'roles'>> & { roles?: readonly string[] } = {}): VoiceOfficer {
  return { id, region: 'kukar', agency: 'disdukcapil', ...over, roles: new Set(over.roles ?? ['front', 'verifier', 'approver']) }
}
export const front = officer('front-1', { roles: ['front'] })
export const head = officer('head-1', { roles: ['approver'] })
export const unit = officer('unit-1', { agency: null, roles: ['integrity'] })
export const siti: ComplaintVoice = { citizen: 'siti' }

type Over = Partial<Omit<Extract<ComplaintCommand, { type: 'send' }>, 'type'>>

/** A complaint as its events tell it; `act` refuses by throwing the code. */
export function complaintStory(kind: ComplaintKind = 'service') {
  let events: ComplaintEvent[] = []
  const story = {
    get events(): readonly ComplaintEvent[] {
      return events
    },
    get state(): ComplaintState {
      const state = foldComplaint(events)
      if (state === null) throw new Error('nothing was sent')
      return state
    },
    act(command: ComplaintCommand): readonly ComplaintEvent[] {
      const decision = decideComplaint(foldComplaint(events), command, dueAfter)
      if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.details)}`)
      events = [...events, ...decision.events]
      return decision.events
    },
    send: (over: Over = {}) =>
      story.act({
        type: 'send',
        atMs: t0,
        id: 'p1',
        number: 'P-AAAA-22',
        region: 'kukar',
        agency: 'disdukcapil',
        kind,
        voice: siti,
        about: { ticket: 't1', case: null },
        against: [],
        kept: kept('w1'),
        ...over,
      }),
    take: (by: VoiceOfficer = front, atMs = t0 + 1000) => story.act({ type: 'take', atMs, officer: by }),
    answer: (by: VoiceOfficer = front, atMs = t0 + 2000) => story.act({ type: 'answer', atMs, officer: by, kept: kept('a1') }),
    rate: (rating: number, voice: ComplaintVoice = siti, atMs = t0 + 3000) => story.act({ type: 'rate', atMs, voice, rating }),
    reopen: (voice: ComplaintVoice = siti, atMs = t0 + 4000) => story.act({ type: 'reopen', atMs, voice, kept: kept('w2') }),
    tend: (atMs: number) => story.act({ type: 'tend', atMs }),
  }
  return story
}

/** Sent, taken and answered at its first role. */
export function answered(kind: ComplaintKind = 'service') {
  const story = complaintStory(kind)
  story.send()
  story.take()
  story.answer()
  return story
}
