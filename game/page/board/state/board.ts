import type { Agency, CatalogueResponse, CounterPlace, CounterSummary, QueueSummary, ServiceGroup } from '../../../api/index.ts'

/** Somebody was called to a counter. A number, never a name. */
export type BoardCall = {
  readonly label: string
  /** Id of the counter. */
  readonly counter: string
  /** ISO 8601. */
  readonly at: string
  /** The same number was called to the same counter before. */
  readonly isAgain: boolean
}

/** What the board knows of one region. */
export type Board = {
  readonly summary: QueueSummary | null
  /** Newest first, each number at a counter once. */
  readonly calls: readonly BoardCall[]
}

export const emptyBoard: Board = { summary: null, calls: [] }

const mostCalls = 8

/** The whole state anew. Numbers in hand that were called before this page listened, or while its line was down, join the calls. A new day begins empty. */
export function putSummary(board: Board, summary: QueueSummary): Board {
  const isSameDay = board.summary?.region === summary.region && board.summary.day === summary.day
  const known = isSameDay ? board.calls : []
  const missing = summary.counters
    .filter(({ counter, serving }) => serving !== null && !known.some((call) => call.label === serving && call.counter === counter))
    .map(({ counter, serving, servingSince }) => ({ label: serving ?? '', counter, at: servingSince ?? '', isAgain: false }))
  return { summary, calls: newestFirst([...known, ...missing]) }
}

/** One counter changed. */
export function putCounter(board: Board, change: { readonly region: string; readonly counter: CounterSummary }): Board {
  const { summary } = board
  if (!summary || summary.region !== change.region) return board
  const at = summary.counters.findIndex(({ counter }) => counter === change.counter.counter)
  const counters =
    at < 0 ? [...summary.counters, change.counter] : summary.counters.map((row, index) => (index === at ? change.counter : row))
  return putSummary(board, { ...summary, counters })
}

/** A call, or a call again: it moves to the front. */
export function putCall(board: Board, call: Omit<BoardCall, 'isAgain'>): Board {
  const { label, counter, at } = call
  const before = board.calls.find((row) => row.label === label)
  const others = board.calls.filter((row) => row !== before)
  // The counter's own news of the same call may have come first: it bears the same instant.
  const isAgain = before !== undefined && before.counter === counter && (before.isAgain || before.at < at)
  return { ...board, calls: newestFirst([{ label, counter, at, isAgain }, ...others]) }
}

function newestFirst(calls: readonly BoardCall[]): readonly BoardCall[] {
  return [...calls].sort((a, b) => b.at.localeCompare(a.at)).slice(0, mostCalls)
}

/** True while the counter still has this number in hand; a board without a summary cannot say so. */
export function isInHand(board: Board, call: BoardCall): boolean {
  return board.summary?.counters.some(({ counter, serving }) => counter === call.counter && serving === call.label) ?? false
}

/** `paused`: why it calls nobody for a while; null when it does. */
export type OpenCounter = { readonly place: CounterPlace; readonly serving: string | null; readonly paused: string | null }

/** The open counters in the order of the hall, with the number in hand. */
export function openCounters(board: Board, catalogue: CatalogueResponse): readonly OpenCounter[] {
  const byId = new Map(board.summary?.counters.map((row) => [row.counter, row]))
  return catalogue.counters.flatMap((place) => {
    const row = byId.get(place.id)
    return row?.isOpen ? [{ place, serving: row.serving, paused: row.paused }] : []
  })
}

export type ClosedLine = { readonly agency: Agency; readonly group: ServiceGroup; readonly reason: string }

/** The lines that give no numbers, with the officer's reason. */
export function closedLines(board: Board, catalogue: CatalogueResponse): readonly ClosedLine[] {
  const reasons = new Map(board.summary?.groups.map(({ group, closed }) => [group, closed]))
  return catalogue.agencies.flatMap((agency) =>
    agency.groups.flatMap((group) => {
      const reason = reasons.get(group.slug) ?? null
      return reason === null ? [] : [{ agency, group, reason }]
    }),
  )
}

/** Numbers that were called and did not come, the latest first; none that is at a counter by now. Their holders may report and be taken in again. */
export function skippedNumbers(board: Board): readonly string[] {
  const { summary } = board
  if (!summary) return []
  const inHand = new Set(summary.counters.map(({ serving }) => serving))
  return summary.skipped.filter((label) => !inHand.has(label))
}

/** How many wait in the whole hall. */
export function waitingTotal(board: Board): number {
  return board.summary?.groups.reduce((sum, group) => sum + group.waiting, 0) ?? 0
}
