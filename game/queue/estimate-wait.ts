import type { QueueDay } from './queue-day.ts'

const minuteMs = 60_000
const priorMs = 8 * minuteMs
const priorWeight = 3
const shortestMs = minuteMs
const longestMs = 60 * minuteMs
const optimisticShare = 0.6

/**
 * How long somebody with `ahead` people before them will wait, in whole minutes from `nowMs`; null while no counter is open.
 * A range, because one number would be a promise. The method is in SPEC.md, Q16 to Q19.
 * @throws TypeError when `ahead` or `openCounters` is not an integer of 0 or more.
 */
export function estimateWait(
  day: QueueDay,
  options: { ahead: number; openCounters: number; nowMs: number },
): { optimisticMinutes: number; estimateMinutes: number } | null {
  const { ahead, openCounters, nowMs } = options
  if (!Number.isInteger(ahead) || ahead < 0) throw new TypeError(`options.ahead must be an integer of 0 or more, got ${ahead}`)
  if (!Number.isInteger(openCounters) || openCounters < 0) {
    throw new TypeError(`options.openCounters must be an integer of 0 or more, got ${openCounters}`)
  }
  if (openCounters === 0) return null
  const serviceMs = typicalServiceMs(day)
  let busy = 0
  let remainingMs = 0
  for (const ticket of day.inHandOf.values()) {
    if (busy === openCounters) break
    busy++
    // A talk that has outlived the mean is not about to end: half a mean is kept as what may remain.
    remainingMs += Math.max(serviceMs - Math.max(nowMs - (ticket.calledAtMs ?? nowMs), 0), serviceMs / 2)
  }
  if (ahead < openCounters - busy) return { optimisticMinutes: 0, estimateMinutes: 0 }
  const minutes = (remainingMs + ahead * serviceMs) / openCounters / minuteMs
  return { optimisticMinutes: Math.floor(minutes * optimisticShare), estimateMinutes: Math.ceil(minutes) }
}

/** Mean of the recent finished tickets, outliers cut, leaning on the prior while there are few. Milliseconds. */
function typicalServiceMs(day: QueueDay): number {
  const sorted = day.recentServiceMs.map((ms) => Math.min(Math.max(ms, shortestMs), longestMs)).sort((a, b) => a - b)
  const cut = Math.floor(sorted.length / 5)
  const kept = sorted.slice(cut, sorted.length - cut)
  return (priorMs * priorWeight + kept.reduce((sum, ms) => sum + ms, 0)) / (priorWeight + kept.length)
}
