import { civilDay, dayOfNumber, instantOf, numberOfDay, weekdayOf } from '../../calendar/index.ts'

/** When an office of a region works. Data of its administrators; days are YYYY-MM-DD in the region's zone. */
export type WorkCalendar = {
  /** Minutes ahead of UTC: WIB 420, WITA 480, WIT 540. Indonesia has no summer time, so one number holds all year. */
  readonly utcOffsetMinutes: number
  /** Days of the week that are worked, 0 = Sunday; at least one. */
  readonly weekdays: readonly number[]
  /** Minutes after midnight. A promised day ends at `closesMinute`. */
  readonly opensMinute: number
  readonly closesMinute: number
  /** National and regional holidays. */
  readonly holidays: readonly { readonly day: string; readonly name: string }[]
}

/** A calendar that has no working day for so long is a mistake, and would be looked through for ever. */
const longestBreakDays = 366

export function dayAt(calendar: WorkCalendar, atMs: number): string {
  return civilDay(atMs, calendar.utcOffsetMinutes)
}

/** @throws TypeError when the day is not YYYY-MM-DD */
export function isWorkingDay(calendar: WorkCalendar, day: string): boolean {
  return calendar.weekdays.includes(weekdayOf(day)) && !calendar.holidays.some((holiday) => holiday.day === day)
}

/**
 * The day so many working days after `day`; 0: the day itself, or the next working day when it is none. `day` itself is not counted.
 * @throws TypeError when the day is not YYYY-MM-DD, the count is no whole number from 0, or nobody works for a year
 */
export function addWorkingDays(calendar: WorkCalendar, day: string, count: number): string {
  return walk(calendar, day, count, 1)
}

/** The day so many working days before `day`; 0: the day itself, or the working day before it. @throws as `addWorkingDays` */
export function subtractWorkingDays(calendar: WorkCalendar, day: string, count: number): string {
  return walk(calendar, day, count, -1)
}

/** How many working days come after `from` until `until`, which is counted; 0 when it is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, until: string): number {
  let count = 0
  const last = numberOfDay(until)
  for (let number = numberOfDay(from) + 1; number <= last; number++) {
    if (isWorkingDay(calendar, dayOfNumber(number))) count++
  }
  return count
}

/** The day from which a promise runs that was asked for at an instant: that day while the office is open or will be, else the next working day. */
export function firstWorkingDay(calendar: WorkCalendar, atMs: number): string {
  const day = dayAt(calendar, atMs)
  if (!isWorkingDay(calendar, day)) return addWorkingDays(calendar, day, 0)
  return atMs < closingOf(calendar, day) ? day : addWorkingDays(calendar, day, 1)
}

/** The instant at which a day's office hours end. */
export function closingOf(calendar: WorkCalendar, day: string): number {
  return instantOf(day, calendar.closesMinute, calendar.utcOffsetMinutes)
}

/** Milliseconds of office hours between two instants. */
export function workingMsBetween(calendar: WorkCalendar, fromMs: number, untilMs: number): number {
  let sum = 0
  const last = numberOfDay(dayAt(calendar, untilMs))
  for (let number = numberOfDay(dayAt(calendar, fromMs)); number <= last; number++) {
    const day = dayOfNumber(number)
    if (!isWorkingDay(calendar, day)) continue
    const opensMs = instantOf(day, calendar.opensMinute, calendar.utcOffsetMinutes)
    sum += Math.max(0, Math.min(untilMs, closingOf(calendar, day)) - Math.max(fromMs, opensMs))
  }
  return sum
}

function walk(calendar: WorkCalendar, day: string, count: number, direction: 1 | -1): string {
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`count must be a whole number of working days from 0, got ${count}`)
  let number = numberOfDay(day)
  // Of 0 days the day itself counts; of more it is where they begin.
  let left = count === 0 ? 1 : count
  if (count > 0) number += direction
  for (let idle = 0; idle <= longestBreakDays; number += direction) {
    const at = dayOfNumber(number)
    if (!isWorkingDay(calendar, at)) {
      idle++
      continue
    }
    idle = 0
    left--
    if (left === 0) return at
  }
  throw new TypeError(`calendar.weekdays and calendar.holidays leave no working day within a year of ${day}`)
}
