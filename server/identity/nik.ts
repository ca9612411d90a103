import type { ApiErrorCode } from '../../game/api/index.ts'

/** `code` is a row of `apiErrors`, `details` fill its sentence. `details` hold digits that were typed: answer them, never log them. */
export type NikCheck =
  | {
      readonly ok: true
      /** The 16 digits alone. Hash it and forget it. */
      readonly nik: string
      /** `6402••••••••0001` */
      readonly masked: string
      readonly isFemale: boolean
      /** Day and month of birth, and the last two digits of the year: the century is not in a NIK. */
      readonly birth: { readonly day: number; readonly month: number; readonly shortYear: number }
    }
  | { readonly ok: false; readonly code: ApiErrorCode; readonly details: Readonly<Record<string, unknown>> }

/** Codes of provinces begin at 11 (Aceh) and have reached 96 (Papua Barat Daya, 2022). */
const firstProvince = 11
const lastProvince = 96
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether a NIK can exist: province, regency and district of first registration (2+2+2), DDMMYY with 40 added to a woman's day,
 * and a serial from 0001. Spaces, dots and hyphens between digits are dropped.
 * The region is where a person was first registered, so it is only checked for being a code at all.
 */
export function checkNik(text: string): NikCheck {
  const nik = text.replace(/[\s.-]/g, '')
  if (!/^[0-9]*$/.test(nik)) return refuse('nik-not-digits', {})
  if (nik.length !== 16) return refuse('nik-length', { length: nik.length })

  const region = nik.slice(0, 6)
  const province = Number(region.slice(0, 2))
  const isRegion = province >= firstProvince && province <= lastProvince && region.slice(2, 4) !== '00' && region.slice(4) !== '00'
  if (!isRegion) return refuse('nik-region', { digits: region })

  const writtenDay = Number(nik.slice(6, 8))
  const isFemale = writtenDay > 40
  const day = isFemale ? writtenDay - 40 : writtenDay
  const month = Number(nik.slice(8, 10))
  const shortYear = Number(nik.slice(10, 12))
  if (!isDate(day, month, shortYear)) return refuse('nik-date', { digits: nik.slice(6, 12) })

  if (nik.slice(12) === '0000') return refuse('nik-serial', {})
  return { ok: true, nik, masked: `${nik.slice(0, 4)}${'•'.repeat(8)}${nik.slice(12)}`, isFemale, birth: { day, month, shortYear } }
}

function isDate(day: number, month: number, shortYear: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > longestMonth[month - 1]) return false
  // 1900 was no leap year but 2000 was: with the century unknown, every fourth year may be one.
  return !(month === 2 && day === 29 && shortYear % 4 !== 0)
}

function refuse(code: ApiErrorCode, details: Readonly<Record<string, unknown>>): NikCheck {
  return { ok: false, code, details }
}
