import type { KeptWords } from './complaint-state.ts'

export const levyOutcomes = ['proven', 'unproven', 'forwarded'] as const
/** `forwarded`: to the police, the prosecutor or the inspectorate. */
export type LevyOutcome = (typeof levyOutcomes)[number]
export type LevyStateName = 'sealed' | 'in-hand' | 'closed' | 'retracted'

/** How long the reporter can take back a report that nobody has in hand: a slip of the thumb. */
export const retractMs = 15 * 60_000

/** What the server knew at the instant of the tap. It lies in the vault; the chain has its hash. */
export type LevyFacts = {
  readonly region: string
  readonly atMs: number
  readonly agency: string | null
  readonly service: string | null
  readonly counter: string | null
  readonly officer: string | null
  readonly ticket: string | null
  readonly label: string | null
  readonly case: string | null
  /** The official fee at that instant and its regulation; rupiah null: not a fixed amount, or not known. */
  readonly rupiah: number | null
  readonly basis: string | null
}

type Chained = { readonly atMs: number; readonly id: string; readonly hash: string }
/** An event of a region's chain. It names officers, never the reporter. */
export type LevyEvent = Chained &
  (
    | {
        readonly type: 'sealed'
        readonly number: string
        readonly codeHash: string
        readonly agency: string | null
        readonly against: string | null
        readonly facts: KeptWords
      }
    | { readonly type: 'words-added'; readonly kept: KeptWords }
    | { readonly type: 'taken'; readonly by: string }
    | { readonly type: 'closed'; readonly by: string; readonly outcome: LevyOutcome; readonly kept: KeptWords }
    | { readonly type: 'retracted' }
  )

export type LevyState = {
  readonly id: string
  readonly number: string
  readonly codeHash: string
  readonly agency: string | null
  /** The officer at the counter; null: there was none. */
  readonly against: string | null
  readonly facts: KeptWords
  /** Added by the reporter, oldest first. */
  readonly words: readonly KeptWords[]
  readonly state: LevyStateName
  readonly holder: string | null
  readonly outcome: LevyOutcome | null
  /** What integrity found, for the reporter. */
  readonly finding: KeptWords | null
  /** The hash that seals it: the reporter holds it too. */
  readonly seal: string
  readonly sealedAtMs: number
  readonly updatedAtMs: number
}
/** A region's reports, and the end of its chain. */
export type LevyChain = {
  readonly levies: ReadonlyMap<string, LevyState>
  readonly last: { readonly hash: string; readonly atMs: number } | null
}

export function foldLevies(events: readonly LevyEvent[]): LevyChain {
  const levies = new Map<string, LevyState>()
  for (const event of events) {
    const before = levies.get(event.id)
    levies.set(event.id, applyLevyEvent(before, event))
  }
  const last = events.at(-1)
  return { levies, last: last === undefined ? null : { hash: last.hash, atMs: last.atMs } }
}

function applyLevyEvent(state: LevyState | undefined, event: LevyEvent): LevyState {
  const { atMs } = event
  if (event.type === 'sealed') {
    const { id, number, codeHash, agency, against, facts, hash } = event
    const open = { state: 'sealed', holder: null, outcome: null, finding: null, words: [] } as const
    return { id, number, codeHash, agency, against, facts, ...open, seal: hash, sealedAtMs: atMs, updatedAtMs: atMs }
  }
  if (state === undefined) throw new TypeError(`a report begins with the event sealed, got ${event.type}`)
  switch (event.type) {
    case 'words-added':
      return { ...state, words: [...state.words, event.kept], updatedAtMs: atMs }
    case 'taken':
      return { ...state, state: 'in-hand', holder: event.by, updatedAtMs: atMs }
    case 'closed':
      return { ...state, state: 'closed', outcome: event.outcome, finding: event.kept, updatedAtMs: atMs }
    case 'retracted':
      return { ...state, state: 'retracted', updatedAtMs: atMs }
  }
}
