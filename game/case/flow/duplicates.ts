import type { CaseStateName } from './case-names.ts'
import { isEnded, type Warning } from './case-state.ts'

/** What is needed of another case to tell whether it is the same wish. */
export type CaseBrief = {
  readonly id: string
  readonly number: string
  readonly service: string
  readonly state: CaseStateName
  /** Its latest event: of an issued one, when that was. */
  readonly updatedAtMs: number
}

const dayMs = 86_400_000

/** Cases of the same citizen for the same service that are open, or whose product came within so many days: a warning each, never a refusal. */
export function duplicatesOf(others: readonly CaseBrief[], service: string, atMs: number, withinDays: number): Warning[] {
  const like = others.filter((other) => {
    if (other.service !== service) return false
    if (!isEnded(other.state)) return true
    const isGiven = other.state === 'issued' || other.state === 'collected'
    return isGiven && atMs - other.updatedAtMs <= withinDays * dayMs
  })
  return like.map(({ id, number, state }) => ({ type: 'duplicate', case: id, number, state }))
}
