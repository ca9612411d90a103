import type { Language } from '../../shared/index.ts'

/** The three official zones by their cities in the time zone database (Keppres 41/1987). */
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** Hour, minute and date in the region, whatever zone the screen itself is set to: `14.05`, `WITA`, `Jumat, 21 November 2025`. */
export function regionClock(
  atMs: number,
  timeZone: string,
  language: Language,
): { readonly time: string; readonly zone: string; readonly date: string } {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(atMs)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const date = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return {
    time: `${part('hour')}${language === 'id' ? '.' : ':'}${part('minute')}`,
    zone: zoneNames[timeZone] ?? '',
    date: date.format(atMs),
  }
}
