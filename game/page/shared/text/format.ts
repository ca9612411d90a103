import type { Localized, Service, WaitRange } from '../../../api/index.ts'
import type { Language, Translate } from './translate.ts'

/** The text in the reader's language. */
export function pick(text: Localized, language: Language): string {
  return text[language] || text.id
}

/** `Rp350.000` (id) or `Rp350,000` (en), as Indonesian spelling writes it: no space, whole rupiah. */
export function formatRupiah(rupiah: number, language: Language): string {
  return `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',')}`
}

/** What a service costs, in words: free, the tariff, or how it is found. */
export function formatFee(service: Pick<Service, 'feeRupiah' | 'feeNote'>, language: Language, t: Translate): string {
  if (service.feeRupiah === 0) return t('fee.free')
  if (service.feeRupiah !== null) return formatRupiah(service.feeRupiah, language)
  return service.feeNote ? pick(service.feeNote, language) : t('fee.depends')
}

/** "kira-kira 10–25 menit", from the optimistic to the latest: whole minutes, never a false precision, never "0 minutes". */
export function formatWait(wait: WaitRange, t: Translate): string {
  const from = Math.max(0, Math.round(wait.optimisticMinutes))
  const to = Math.max(from, Math.round(wait.latestMinutes))
  if (to < 1) return t('wait.soon')
  if (to >= 120) return t('wait.hours', { from: Math.max(1, Math.round(from / 60)), to: Math.round(to / 60) })
  if (from === to) return t('wait.about', { minutes: to })
  return t('wait.range', { from: Math.max(1, from), to })
}

/** "3,2 MB": what data costs, in the units of a phone's tariff; "640 kB" below one. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  const text = (bytes / 1_000_000).toFixed(1)
  return `${language === 'id' ? text.replace('.', ',') : text} MB`
}

/** 14.05 (id) or 14:05 (en): the hour and minute of an instant on this device's clock. */
export function formatClock(iso: string, language: Language): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(at.getHours())}${language === 'id' ? '.' : ':'}${two(at.getMinutes())}`
}

/** "Sel 24 Nov" (id) or "Tue 24 Nov" (en). @param day office day, YYYY-MM-DD */
export function formatDay(day: string, language: Language): string {
  return written(new Date(`${day}T12:00:00Z`), language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
}

/** "Sel 24 Nov": the day of an instant where the office is. @param timeZone IANA name; left out: the zone of this device */
export function formatDate(iso: string, language: Language, timeZone?: string): string {
  return written(new Date(iso), language, { weekday: 'short', day: 'numeric', month: 'short', timeZone })
}

/** "09.00 WITA": a time that is kept at an office names its zone. @param timeZone IANA name; left out: the zone of this device */
export function formatTime(iso: string, language: Language, timeZone?: string): string {
  return written(new Date(iso), language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone })
}

/** A number stays on one line with its month or zone. */
function written(at: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options).format(at).replace(',', '').replace(/(\d) /, '$1\u00a0')
}

/** "4th" in English; Indonesian writes "ke-4" around the plain number. */
export function formatOrdinal(n: number, language: Language): string {
  if (language === 'id') return String(n)
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}
