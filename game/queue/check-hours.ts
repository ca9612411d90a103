import { numberOfDay } from '../calendar/index.ts'
import type { OfficeHours, Span } from './calendar.ts'
import { defaultPolicy, type QueuePolicy } from './policy.ts'

const dayMinutes = 1440
const most = { slotMinutes: 240, slotCapacity: 500, quota: 10_000, lastNumberMinutes: 720, exceptions: 400 } as const
const mostReason = 120

/** What keeps hours from being kept. `weekday` 0 = Sunday; `day` YYYY-MM-DD. */
export type HoursProblem =
  | { readonly code: 'spans'; readonly weekday: number }
  | { readonly code: 'closure-spans' | 'closure-twice' | 'closure-reason' | 'closure-day'; readonly day: string }
  | { readonly code: 'number'; readonly name: 'slotMinutes' | 'slotCapacity' | 'quota' | 'lastNumberMinutes' }
  | { readonly code: 'week' | 'closures' }

/** The first thing that is wrong with hours that somebody wrote; null: they can be kept. The page asks before it sends, the server before it keeps. */
export function checkHours(hours: OfficeHours): HoursProblem | null {
  if (hours.week.length !== 7) return { code: 'week' }
  const weekday = hours.week.findIndex((spans) => !areSpans(spans))
  if (weekday >= 0) return { code: 'spans', weekday }
  if (hours.exceptions.length > most.exceptions) return { code: 'closures' }
  const seen = new Set<string>()
  for (const { day, spans, reason } of hours.exceptions) {
    if (!isDay(day)) return { code: 'closure-day', day }
    if (seen.has(day)) return { code: 'closure-twice', day }
    if (!areSpans(spans)) return { code: 'closure-spans', day }
    if (reason.trim() === '' || reason.length > mostReason) return { code: 'closure-reason', day }
    seen.add(day)
  }
  if (!isWithin(hours.slotMinutes, 5, most.slotMinutes)) return { code: 'number', name: 'slotMinutes' }
  if (!isWithin(hours.slotCapacity, 0, most.slotCapacity)) return { code: 'number', name: 'slotCapacity' }
  if (hours.quota !== null && !isWithin(hours.quota, 0, most.quota)) return { code: 'number', name: 'quota' }
  if (!isWithin(hours.lastNumberMinutes, 0, most.lastNumberMinutes)) return { code: 'number', name: 'lastNumberMinutes' }
  return null
}

const dayMs = 86_400_000
const hourMs = 3_600_000

/** The least and the most that an administrator may set for each part of a policy. */
export const policyBounds: Readonly<Record<keyof QueuePolicy, readonly [least: number, most: number]>> = {
  turnsPerPriority: [1, 20],
  rejoinBehind: [0, 50],
  mostRejoins: [0, 10],
  mostCalls: [1, 10],
  recallAfterMs: [5000, hourMs],
  skipAfterMs: [10_000, hourMs],
  readyForMs: [60_000, 8 * hourMs],
  askReadyAhead: [0, 50],
  mostPasses: [1, 20],
  checkInEarlyMs: [0, dayMs / 2],
  checkInLateMs: [0, dayMs / 2],
  mostOfDevice: [1, 100],
  headStartMs: [0, 4 * hourMs],
}

/** The first part of a policy that is no whole number within its bounds; null: it can be kept. */
export function checkPolicy(policy: QueuePolicy): keyof QueuePolicy | null {
  const names = Object.keys(defaultPolicy) as (keyof QueuePolicy)[]
  return names.find((name) => !isWithin(policy[name], policyBounds[name][0], policyBounds[name][1])) ?? null
}

/** In order, each ends after it begins, none runs into the next. */
function areSpans(spans: readonly Span[]): boolean {
  return spans.every(
    ({ from, to }, at) => isWithin(from, 0, dayMinutes - 1) && isWithin(to, from + 1, dayMinutes) && (at === 0 || spans[at - 1].to < from),
  )
}

function isDay(day: string): boolean {
  try {
    numberOfDay(day)
    return true
  } catch {
    return false
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most
}
