/** What the digits of a NIK say of a person. The century of the birth is not among it. */
export type NikReading = {
  readonly isFemale: boolean
  readonly birth: { readonly day: number; readonly month: number; readonly shortYear: number }
}

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads a NIK of 16 digits: region of first registration (2+2+2), DDMMYY with 40 added to a woman's day, a serial from 0001.
 * The region is where somebody was first registered and says nothing of today, so it is not looked at. null: no such NIK can exist.
 */
export function readNik(nik: string): NikReading | null {
  if (!/^[0-9]{16}$/.test(nik) || nik.endsWith('0000')) return null
  const writtenDay = Number(nik.slice(6, 8))
  const isFemale = writtenDay > 40
  const day = isFemale ? writtenDay - 40 : writtenDay
  const month = Number(nik.slice(8, 10))
  const shortYear = Number(nik.slice(10, 12))
  if (month < 1 || month > 12 || day < 1 || day > longestMonth[month - 1]) return null
  // 1900 was no leap year but 2000 was: with the century unknown, every fourth year may be one.
  if (month === 2 && day === 29 && shortYear % 4 !== 0) return null
  return { isFemale, birth: { day, month, shortYear } }
}
