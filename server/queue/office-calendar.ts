import { officeDay } from '../../game/queue/index.ts'

/** Tells the office day of an instant in an IANA zone. */
export type OfficeCalendar = {
  /** YYYY-MM-DD of `atMs` (milliseconds since 1970) in `timeZone`. @throws RangeError when the zone is unknown. */
  dayOf(timeZone: string, atMs: number): string
  /** Minutes ahead of UTC. @throws RangeError when the zone is unknown. */
  offsetOf(timeZone: string, atMs: number): number
}

const quarterMs = 15 * 60_000

/** Zone rules come from the runtime's own table (Intl); an offset is looked up once in 15 minutes, the grain at which zones change. */
export function createOfficeCalendar(): OfficeCalendar {
  const zones = new Map<string, { formatter: Intl.DateTimeFormat; quarter: number; offsetMinutes: number }>()
  function offsetAt(timeZone: string, atMs: number): number {
    let zone = zones.get(timeZone)
    if (zone === undefined) {
      zone = { formatter: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }), quarter: -1, offsetMinutes: 0 }
      zones.set(timeZone, zone)
    }
    const quarter = Math.floor(atMs / quarterMs)
    if (zone.quarter !== quarter) {
      zone.offsetMinutes = readOffset(zone.formatter, atMs)
      zone.quarter = quarter
    }
    return zone.offsetMinutes
  }
  return { offsetOf: offsetAt, dayOf: (timeZone, atMs) => officeDay(atMs, offsetAt(timeZone, atMs)) }
}

/** `GMT+08:00` → 480, `GMT` → 0. */
function readOffset(formatter: Intl.DateTimeFormat, atMs: number): number {
  const name = formatter.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
  if (match === null) throw new RangeError(`the runtime gave the offset "${name}"; expected GMT+HH:MM`)
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
