import type { CatalogueResponse, CounterPlace, CounterSummary, QueueSummary } from '../../../api/index.ts'

/** Somebody was called to a counter. A number, never a name. */
export type BoardCall = {
  readonly label: string
  /** Id of the counter. */
  readonly counter: string
  /** ISO 8601. */
  readonly at: string
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
    .map(({ counter, serving, servingSince }) => ({ label: serving ?? '', counter, at: servingSince ?? '' }))
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
export function putCall(board: Board, call: BoardCall): Board {
  const { label, counter, at } = call
  const others = board.calls.filter((row) => row.label !== label)
  return { ...board, calls: newestFirst([{ label, counter, at }, ...others]) }
}

function newestFirst(calls: readonly BoardCall[]): readonly BoardCall[] {
  return [...calls].sort((a, b) => b.at.localeCompare(a.at)).slice(0, mostCalls)
}

/** True while the counter still has this number in hand; a board without a summary cannot say so. */
export function isInHand(board: Board, call: BoardCall): boolean {
  return board.summary?.counters.some(({ counter, serving }) => counter === call.counter && serving === call.label) ?? false
}

export type OpenCounter = { readonly place: CounterPlace; readonly serving: string | null }

/** The open counters in the order of the hall, with the number in hand. */
export function openCounters(board: Board, catalogue: CatalogueResponse): readonly OpenCounter[] {
  const byId = new Map(board.summary?.counters.map((row) => [row.counter, row]))
  return catalogue.counters.flatMap((place) => {
    const row = byId.get(place.id)
    return row?.isOpen ? [{ place, serving: row.serving }] : []
  })
}

/** How many wait in the whole hall. */
export function waitingTotal(board: Board): number {
  return board.summary?.groups.reduce((sum, group) => sum + group.waiting, 0) ?? 0
}
