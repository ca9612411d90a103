import { smallestCell } from './suppress.ts'
import type { Profile } from './profile.ts'

/** One answered survey as it is kept: no ticket, no person, no time but the day. */
export type Response = {
  /** YYYY-MM-DD, the office day of the answer. */
  readonly day: string
  readonly agency: string
  readonly service: string | null
  readonly answers: Readonly<Record<string, number>>
  readonly profile: Profile
}
/** Answers that became public together, at the end of `on`. */
export type Release = { readonly on: string; readonly responses: readonly Response[] }

/**
 * What of one agency's answers may be counted publicly before `today`: at the end of a day, when at least five wait. Whoever looks every day sees five
 * answers or more come at once, and never one. A day's answers stay together; those that still wait are in none of the releases.
 */
export function releasesOf(responses: readonly Response[], today: string): Release[] {
  const byDay = new Map<string, Response[]>()
  for (const response of responses) {
    if (response.day >= today) continue
    const others = byDay.get(response.day)
    if (others === undefined) byDay.set(response.day, [response])
    else others.push(response)
  }
  const releases: Release[] = []
  let waiting: Response[] = []
  for (const day of [...byDay.keys()].sort()) {
    waiting.push(...(byDay.get(day) ?? []))
    if (waiting.length < smallestCell) continue
    releases.push({ on: day, responses: waiting })
    waiting = []
  }
  return releases
}
