const dayMs = 86_400_000
/** Days from 0000-03-01, where Hinnant's eras begin, to 1970-01-01. */
const epochDays = 719_468

/**
 * The calendar day, YYYY-MM-DD, of an instant (milliseconds since 1970, UTC) in a zone that is `utcOffsetMinutes` ahead of UTC (WIB 420, WITA 480,
 * WIT 540). Arithmetic alone: no machine's own zone can leak in.
 */
export function civilDay(atMs: number, utcOffsetMinutes: number): string {
  return civilDayOf(Math.floor((atMs + utcOffsetMinutes * 60_000) / dayMs))
}

/** The day that is so many days after 1970-01-01. Method: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
export function civilDayOf(number: number): string {
  const days = number + epochDays
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1
  const civilYear = year + era * 400 + (month >= 10 ? 1 : 0)
  return `${String(civilYear).padStart(4, '0')}-${String(month < 10 ? month + 3 : month - 9).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days from 1970-01-01 to a day. The same source, days_from_civil. @throws TypeError when it is no day of the calendar as YYYY-MM-DD */
export function numberOfCivilDay(day: string): number {
  const [, years, months, days] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const month = Number(months)
  const year = Number(years) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(days) - 1
  const number = era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - epochDays
  if (Number.isNaN(number) || civilDayOf(number) !== day) throw new TypeError(`day must be YYYY-MM-DD, got ${JSON.stringify(day)}`)
  return number
}

/** The instant of a minute of a day in a zone so many minutes ahead of UTC. */
export function civilInstant(day: string, minute: number, utcOffsetMinutes: number): number {
  return (numberOfCivilDay(day) * 1440 + minute - utcOffsetMinutes) * 60_000
}
