import type { Language } from '../../shared/index.ts'

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }
const format = (iso: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], options).format(Date.parse(iso))

/** "3 Mar 2026, 14.05 WITA": who reads it may be in another zone than the office. */
export function dayAndTime(iso: string, language: Language): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
  return format(iso, language, { day: 'numeric', month: 'short', year: 'numeric', ...time })
}

/** "3 Mar 2026, 14.05–14.40 WITA", however the language writes it. */
export function timeSpan(firstIso: string, lastIso: string, language: Language): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
  const written = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', ...time })
  return written.formatRange(Date.parse(firstIso), Date.parse(lastIso))
}

/** "3 Mar 2026" of an instant or a day. */
export function dayOnly(iso: string, language: Language): string {
  return format(iso, language, { day: 'numeric', month: 'short', year: 'numeric' })
}
