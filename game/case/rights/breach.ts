import { threeDaysMs } from './three-days.ts'

/** What a notice of a breach must say (UU 27/2022 article 46). */
export const breachFacts = ['data', 'when', 'how', 'handling', 'recovery'] as const
export type BreachFact = (typeof breachFacts)[number]
export type BreachFacts = Readonly<Record<BreachFact, string>>

/** A failure of the protection of personal data, from its discovery to its end. */
export type Breach = {
  readonly id: string
  readonly region: string
  readonly facts: BreachFacts
  /** Whose data: ids of citizens. */
  readonly people: readonly string[]
  /** Disturbs public service or weighs on many: then it is told to everybody as well. */
  readonly isPublic: boolean
  readonly state: 'found' | 'notified' | 'closed'
  readonly foundAtMs: number
  /** 3 × 24 hours after it was found. */
  readonly notifyByMs: number
  readonly notifiedAtMs: number | null
  readonly isInTime: boolean | null
  readonly closedAtMs: number | null
}
export type BreachEvent = { readonly atMs: number; readonly officer: string } & (
  | { readonly type: 'found'; readonly breach: string; readonly region: string; readonly foundAtMs: number }
  | {
      readonly type: 'described'
      readonly facts: Partial<BreachFacts>
      readonly people: readonly string[] | null
      readonly isPublic: boolean | null
    }
  | { readonly type: 'notified' }
  | { readonly type: 'closed' }
)
export type BreachRefusal = 'breach-incomplete' | 'breach-state' | 'breach-future'
export type BreachDecision =
  | { readonly ok: true; readonly events: readonly BreachEvent[] }
  | { readonly ok: false; readonly code: BreachRefusal; readonly missing?: BreachFact }

const noFacts: BreachFacts = { data: '', when: '', how: '', handling: '', recovery: '' }

export function applyBreachEvent(before: Breach | null, event: BreachEvent): Breach | null {
  if (event.type === 'found') {
    const { breach: id, region, foundAtMs } = event
    const open = { notifiedAtMs: null, isInTime: null, closedAtMs: null }
    return {
      id,
      region,
      facts: noFacts,
      people: [],
      isPublic: false,
      state: 'found',
      foundAtMs,
      notifyByMs: foundAtMs + threeDaysMs,
      ...open,
    }
  }
  if (before === null) return null
  if (event.type === 'described') {
    const { facts, people, isPublic } = event
    return { ...before, facts: { ...before.facts, ...facts }, people: people ?? before.people, isPublic: isPublic ?? before.isPublic }
  }
  if (event.type === 'notified') {
    return { ...before, state: 'notified', notifiedAtMs: event.atMs, isInTime: event.atMs <= before.notifyByMs }
  }
  return { ...before, state: 'closed', closedAtMs: event.atMs }
}

/** Writes it into the register: the clock runs from when it was found, not from when somebody wrote it down. */
export function findBreach(found: {
  readonly breach: string
  readonly region: string
  readonly foundAtMs: number
  readonly atMs: number
  readonly officer: string
}): BreachDecision {
  if (found.foundAtMs > found.atMs) return { ok: false, code: 'breach-future' }
  return { ok: true, events: [{ type: 'found', ...found }] }
}

/** More is known of it. After those concerned were told, what they were told stays. */
export function describeBreach(
  breach: Breach,
  told: Pick<Extract<BreachEvent, { type: 'described' }>, 'facts' | 'people' | 'isPublic' | 'officer' | 'atMs'>,
): BreachDecision {
  if (breach.state !== 'found') return { ok: false, code: 'breach-state' }
  return { ok: true, events: [{ type: 'described', ...told }] }
}

/** Tells those concerned; only with everything that the law wants said. Late is late, and is written down as such. */
export function notifyBreach(breach: Breach, by: { readonly officer: string; readonly atMs: number }): BreachDecision {
  if (breach.state !== 'found') return { ok: false, code: 'breach-state' }
  const missing = breachFacts.find((fact) => breach.facts[fact].trim() === '')
  return missing === undefined ? { ok: true, events: [{ type: 'notified', ...by }] } : { ok: false, code: 'breach-incomplete', missing }
}

/** Ends it, after those concerned were told. */
export function closeBreach(breach: Breach, by: { readonly officer: string; readonly atMs: number }): BreachDecision {
  return breach.state === 'notified' ? { ok: true, events: [{ type: 'closed', ...by }] } : { ok: false, code: 'breach-state' }
}
