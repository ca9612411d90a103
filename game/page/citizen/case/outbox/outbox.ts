/**
 * What waits to be sent, each item for itself: a jam in one holds up no other. Pure; times are milliseconds since 1970.
 * The claim of a case is the first that goes out, because it proves the time; papers follow side by side; the submission goes when its papers are there.
 */
export type OutboxItem = {
  /** `claim/CASE`, `paper/PAPER`, `submit/CASE`, `resubmit/CASE` */
  readonly id: string
  readonly kind: 'claim' | 'paper' | 'submit' | 'resubmit'
  /** The case; of a paper, the first that wants it. */
  readonly case: string
  /** Items that must be done before. */
  readonly after: readonly string[]
  /** `refused`: the server has said no, only the citizen can change that. */
  readonly state: 'waiting' | 'done' | 'refused'
  /** Tries in a row that nobody answered. */
  readonly tries: number
  /** Not before. */
  readonly nextAtMs: number
  /** Of the last try; null: none, or it went well. */
  readonly problem: OutboxProblem | null
  /** Of a paper: where its half-sent bytes wait. */
  readonly uploadUrl: string | null
  /** Of a paper: 0 to 1. */
  readonly sent: number
  /** When the server had it. */
  readonly doneAtMs: number | null
}
/** `code` of `apiErrors`, or why no answer came; `sentence` for people, null where only the network is wanting. */
export type OutboxProblem = { readonly code: string; readonly sentence: string | null }

type NewItem = Pick<OutboxItem, 'kind' | 'case' | 'after'> & { readonly of: string; readonly atMs: number }

export function newItem({ kind, case: of, after, of: subject, atMs }: NewItem): OutboxItem {
  return {
    id: `${kind}/${subject}`,
    kind,
    case: of,
    after,
    state: 'waiting',
    tries: 0,
    nextAtMs: atMs,
    problem: null,
    uploadUrl: null,
    sent: 0,
    doneAtMs: null,
  }
}

/** Puts a case's items in; a paper that waits already for another case is not sent twice. */
export function enqueue(items: readonly OutboxItem[], added: readonly OutboxItem[]): readonly OutboxItem[] {
  const fresh = added.filter((item) => !items.some((row) => row.id === item.id && row.state !== 'refused'))
  return [...items.filter((row) => !fresh.some((item) => item.id === row.id)), ...fresh]
}

const rank = { claim: 0, paper: 1, resubmit: 2, submit: 2 } as const

/**
 * What should be sent now beside what is under way: claims first, then what is nearest to its end, so that something is finished when the signal goes again.
 * @param most how many may be on the line at once; claims and submissions are small and never wait for a place
 */
export function nextItems(items: readonly OutboxItem[], running: ReadonlySet<string>, nowMs: number, most: number): readonly OutboxItem[] {
  const done = new Set(items.filter((item) => item.state === 'done').map((item) => item.id))
  const present = new Set(items.map((item) => item.id))
  const ready = items.filter(
    (item) =>
      item.state === 'waiting' &&
      !running.has(item.id) &&
      item.nextAtMs <= nowMs &&
      // What is no longer in the list was done long ago, or is not wanted any more.
      item.after.every((id) => done.has(id) || !present.has(id)),
  )
  // Whose bytes are all in is being looked at by the server, and leaves the line to another.
  const places = most - items.filter((item) => item.kind === 'paper' && running.has(item.id) && item.sent < 1).length
  const papers = ready.filter((item) => item.kind === 'paper').toSorted((a, b) => b.sent - a.sent || a.tries - b.tries)
  return [...ready.filter((item) => item.kind !== 'paper'), ...papers.slice(0, Math.max(0, places))].toSorted(
    (a, b) => rank[a.kind] - rank[b.kind],
  )
}

/** When the next item wants to be tried; null: nothing waits for a time. */
export function nextTimeMs(items: readonly OutboxItem[], running: ReadonlySet<string>): number | null {
  const times = items.filter((item) => item.state === 'waiting' && !running.has(item.id)).map((item) => item.nextAtMs)
  return times.length === 0 ? null : Math.min(...times)
}

export type Outcome =
  | { readonly kind: 'done'; readonly atMs: number }
  /** Nobody knows whether it arrived: sent again, later each time. `chance` 0 to 1 spreads the tries of many phones. */
  | { readonly kind: 'unanswered'; readonly problem: OutboxProblem; readonly atMs: number; readonly chance: number }
  | { readonly kind: 'refused'; readonly problem: OutboxProblem }

export function settle(items: readonly OutboxItem[], id: string, outcome: Outcome): readonly OutboxItem[] {
  return change(items, id, (item) => {
    if (outcome.kind === 'done') return { ...item, state: 'done', sent: 1, tries: 0, problem: null, doneAtMs: outcome.atMs }
    if (outcome.kind === 'refused') return { ...item, state: 'refused', problem: outcome.problem }
    const tries = item.tries + 1
    // What the browser had handed over may not have arrived.
    const sent = Math.min(item.sent, 0.99)
    return { ...item, tries, sent, problem: outcome.problem, nextAtMs: outcome.atMs + backoffMs(tries, outcome.chance) }
  })
}

/** 2, 4, 8 … 60 seconds, each shortened by up to a quarter. */
export function backoffMs(tries: number, chance: number): number {
  return Math.min(60_000, 1000 * 2 ** tries) * (1 - chance / 4)
}

/** The network has come back, or somebody looks at the page again: nothing waits for a time any more. */
export function wake(items: readonly OutboxItem[], nowMs: number): readonly OutboxItem[] {
  return items.map((item) => (item.state === 'waiting' && item.nextAtMs > nowMs ? { ...item, nextAtMs: nowMs } : item))
}

/** Somebody asks for one to be tried again, also one that was refused. */
export function tryAgain(items: readonly OutboxItem[], id: string, nowMs: number): readonly OutboxItem[] {
  return change(items, id, (item) =>
    item.state === 'done' ? item : { ...item, state: 'waiting', tries: 0, nextAtMs: nowMs, problem: null },
  )
}

/** How far the bytes of a paper are, and where they go. */
export function progress(
  items: readonly OutboxItem[],
  id: string,
  at: { sent?: number; uploadUrl?: string | null },
): readonly OutboxItem[] {
  return change(items, id, (item) => ({ ...item, ...at }))
}

/** Takes out what belongs to a case alone; papers that another case waits for stay. */
export function dropCase(items: readonly OutboxItem[], id: string): readonly OutboxItem[] {
  const left = items.filter((item) => item.kind === 'paper' || item.case !== id)
  const wanted = new Set(left.flatMap((item) => item.after))
  return left.filter((item) => item.kind !== 'paper' || item.case !== id || wanted.has(item.id))
}

function change(items: readonly OutboxItem[], id: string, by: (item: OutboxItem) => OutboxItem): readonly OutboxItem[] {
  return items.map((item) => (item.id === id ? by(item) : item))
}
