const dayMs = 86_400_000
/** Days from 0000-03-01, where Hinnant's eras begin, to 1970-01-01. */
const epochDays = 719_468

/**
 * The calendar day, YYYY-MM-DD, of an instant (milliseconds since 1970, UTC) in a zone that is `utcOffsetMinutes` ahead of UTC
 * (WIB 420, WITA 480, WIT 540). Pure arithmetic on the proleptic Gregorian calendar, so that no machine's own zone can leak in.
 * @throws TypeError when the instant is not finite
 */
export function civilDay(atMs: number, utcOffsetMinutes: number): string {
  if (!Number.isFinite(atMs)) throw new TypeError(`atMs must be a finite number of milliseconds, got ${atMs}`)
  return dayOfNumber(Math.floor((atMs + utcOffsetMinutes * 60_000) / dayMs))
}

/** The day that is so many days after 1970-01-01. Method: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
export function dayOfNumber(days: number): string {
  const shiftedDays = days + epochDays
  const era = Math.floor(shiftedDays / 146_097)
  const dayOfEra = shiftedDays - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days from 1970-01-01 to a day. The same source, days_from_civil. @throws TypeError when it is no day of the calendar as YYYY-MM-DD */
export function numberOfDay(day: string): number {
  const [, years, months, days] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const month = Number(months)
  const year = Number(years) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(days) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const number = era * 146_097 + dayOfEra - epochDays
  if (Number.isNaN(number) || dayOfNumber(number) !== day) throw new TypeError(`day must be YYYY-MM-DD, got ${JSON.stringify(day)}`)
  return number
}

/** @throws TypeError when the day is not YYYY-MM-DD */
export function addDays(day: string, count: number): string {
  return dayOfNumber(numberOfDay(day) + count)
}

/** 0 = Sunday. 1970-01-01 was a Thursday. @throws TypeError when the day is not YYYY-MM-DD */
export function weekdayOf(day: string): number {
  return (((numberOfDay(day) + 4) % 7) + 7) % 7
}

/** The instant of a minute of a day in a zone so many minutes ahead of UTC. @throws TypeError when the day is not YYYY-MM-DD */
export function instantOf(day: string, minute: number, utcOffsetMinutes: number): number {
  return (numberOfDay(day) * 1440 + minute - utcOffsetMinutes) * 60_000
}
