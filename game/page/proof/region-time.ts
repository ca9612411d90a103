import type { Language } from '../shared/index.ts'

const localeOf = (language: Language): string => (language === 'id' ? 'id-ID' : 'en-GB')

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(atMs)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Tells the hour of an instant, in milliseconds since 1970 (UTC): `08.05` (id) or `08:05` (en). */
export type RegionClock = (atMs: number) => string

/** A clock in the zone of the region and not of this device. To make one is slow, to ask it is not: make it once. */
export function createRegionClock(timeZone: string, language: Language): RegionClock {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (atMs) => (language === 'id' ? format.format(atMs).replace(':', '.') : format.format(atMs))
}

/** `Minggu, 22 November 2026`. @param day YYYY-MM-DD */
export function dayInWords(day: string, language: Language): string {
  const format = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(localeOf(language), format).format(Date.parse(`${day}T12:00:00Z`))
}

/** `1.204` (id) or `1,204` (en): a whole number. */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',')
}
