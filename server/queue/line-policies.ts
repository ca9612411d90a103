import { addDays, defaultPolicy, type QueuePolicy } from '../../game/queue/index.ts'
import type { Store } from '../store/index.ts'

/**
 * What administrators have set for each line. A policy is part of a day's proof, so a change holds from the office day after the one on which it was made;
 * a day that has begun, also one with bookings only, keeps the policy that it began with.
 */
export type LinePolicies = {
  restore(): Promise<void>
  /** For a day that begins. */
  of(region: string, group: string, day: string): QueuePolicy
  /** What was last set, and the first office day it holds for; null: nothing was. */
  last(region: string, group: string): { readonly policy: QueuePolicy; readonly fromDay: string; readonly atMs: number } | null
  put(region: string, group: string, policy: QueuePolicy, by: string): Promise<void>
}

type Kept = { readonly before: QueuePolicy; readonly policy: QueuePolicy; readonly fromDay: string; readonly atMs: number }

export function createLinePolicies(options: {
  store: Pick<Store, 'putSetting' | 'settings'>
  clock: () => number
  dayNow: (region: string) => string
}): LinePolicies {
  const { store, clock, dayNow } = options
  const kept = new Map<string, Kept>()
  const nameOf = (region: string, group: string): string => `${region}/${group}`
  const policyOf: LinePolicies['of'] = (region, group, day) => {
    const set = kept.get(nameOf(region, group))
    if (set === undefined) return defaultPolicy
    return day >= set.fromDay ? set.policy : set.before
  }

  return {
    of: policyOf,
    async restore() {
      for (const { key, value } of await store.settings('policy/')) kept.set(key.slice('policy/'.length), value as Kept)
    },
    last: (region, group) => kept.get(nameOf(region, group)) ?? null,
    async put(region, group, policy, by) {
      const today = dayNow(region)
      const value: Kept = { before: policyOf(region, group, today), policy, fromDay: addDays(today, 1), atMs: clock() }
      await store.putSetting({ key: `policy/${nameOf(region, group)}`, value, updatedAtMs: value.atMs, updatedBy: by })
      kept.set(nameOf(region, group), value)
    },
  }
}
