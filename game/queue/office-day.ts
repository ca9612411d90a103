const dayMs = 86_400_000

/**
 * The calendar day, YYYY-MM-DD, of an instant (milliseconds since 1970, UTC) in a zone that is `utcOffsetMinutes` ahead of UTC
 * (WIB 420, WITA 480, WIT 540). Pure arithmetic on the proleptic Gregorian calendar, so that no machine's own zone can leak in.
 * Method: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
 */
export function officeDay(atMs: number, utcOffsetMinutes: number): string {
  if (!Number.isFinite(atMs)) throw new TypeError(`atMs must be a finite number of milliseconds, got ${atMs}`)
  const days = Math.floor((atMs + utcOffsetMinutes * 60_000) / dayMs) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
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
