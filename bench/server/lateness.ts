/** How many steps of a server's halls began at most so many ms late, by the bounds of its histogram in rising order; the last bound is Infinity. */
export type Lateness = readonly { readonly atMostMs: number; readonly steps: number }[]

/** Reads it from `GET /metrics`; null where the server does not say. Told every five seconds: the last ones may be missing. */
export async function readLateness(origin: string): Promise<Lateness | null> {
  const answer = await fetch(`${origin}/metrics?only=balai_world_step_late`).catch(() => null)
  return parseLateness((await answer?.text()) ?? '')
}

/** From Prometheus' text form. */
export function parseLateness(text: string): Lateness | null {
  const found = [...text.matchAll(/^balai_world_step_late_ms_bucket\{le="(\S+)"\} (\S+)$/gm)].map(([, bound, steps]) => ({
    atMostMs: bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound),
    steps: Number(steps),
  }))
  return found.length === 0 ? null : found
}

/**
 * That share of the steps between two readings began at most so many ms late: between two bounds of the histogram in proportion, beyond its last
 * one Infinity. NaN when there were no steps.
 */
export function latePercentile(before: Lateness, after: Lateness, share: number): number {
  const during = after.map(({ atMostMs, steps }, i) => ({ atMostMs, steps: steps - before[i].steps }))
  const wanted = share * (during.at(-1)?.steps ?? 0)
  if (wanted === 0) return Number.NaN
  const at = during.findIndex(({ steps }) => steps >= wanted)
  const below = at === 0 ? { atMostMs: 0, steps: 0 } : during[at - 1]
  return below.atMostMs + ((wanted - below.steps) / (during[at].steps - below.steps)) * (during[at].atMostMs - below.atMostMs)
}
