/** What happens at an instant; it may plan more. */
export type Deed = (nowMs: number) => void

/** A clock that jumps from deed to deed. Deeds of one instant happen in the order in which they were planned. */
export type VirtualTime = {
  /** An instant that is past is now. */
  plan(atMs: number, deed: Deed): void
  /** Until nothing is left, or `untilMs`. */
  run(untilMs: number): void
}

type Entry = { readonly atMs: number; readonly order: number; readonly deed: Deed }

export function createVirtualTime(): VirtualTime {
  /** Latest first, so that the next is taken from the end. */
  const entries: Entry[] = []
  let order = 0
  let nowMs = Number.NEGATIVE_INFINITY
  return {
    plan(atMs, deed) {
      const entry = { atMs: Math.max(atMs, nowMs), order: order++, deed }
      let low = 0
      let high = entries.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (entries[middle].atMs > entry.atMs) low = middle + 1
        else high = middle
      }
      entries.splice(low, 0, entry)
    },
    run(untilMs) {
      for (let next = entries.pop(); next !== undefined && next.atMs <= untilMs; next = entries.pop()) {
        nowMs = next.atMs
        next.deed(nowMs)
      }
    },
  }
}
