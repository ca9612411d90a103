import type { Field } from '../../../../case/index.ts'
import { pick, type Text } from '../../../shared/index.ts'

/** An answer as people read it: the words of a choice, a day with its month, a NIK without its middle. */
export function showAnswer(field: Field, value: string | number | boolean | undefined, { t, language }: Text): string {
  if (value === undefined || value === '') return t('case.empty')
  if (typeof value === 'boolean') return t(value ? 'case.yes' : 'case.no')
  if (typeof value === 'number' || field.type !== 'string') return String(value)
  const choice = field.oneOf?.find((row) => row.const === value)
  if (choice) return pick(choice['x-title'], language)
  if (field.format === 'date') return showDay(value, language)
  if (field.format === 'nik') return maskNik(value)
  return value
}

/** "5 Mei 2020". @param day YYYY-MM-DD; anything else comes back as it is */
export function showDay(day: string, language: Text['language']): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? showDayOf(`${day}T12:00:00Z`, language, 'UTC') : day
}

/** "5 Mei 2020": the day of an instant, ISO 8601. @param timeZone IANA name; undefined: the zone of this device */
export function showDayOf(iso: string, language: Text['language'], timeZone: string | undefined): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', options).format(new Date(iso))
}

/** 6402••••••••0001 */
export function maskNik(nik: string): string {
  const digits = nik.replace(/\D/g, '')
  return digits.length === 16 ? `${digits.slice(0, 4)}${'•'.repeat(8)}${digits.slice(12)}` : nik
}
