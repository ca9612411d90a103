const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a text is a day of the calendar as YYYY-MM-DD (the `date` of JSON Schema: RFC 3339 full-date). */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = parts.slice(1).map(Number)
  return day >= 1 && day <= lastDayOf(year, month)
}

/** The next day of a day as YYYY-MM-DD. */
export function dayAfter(text: string): string {
  const [year, month, day] = text.split('-').map(Number)
  if (day < lastDayOf(year, month)) return join(year, month, day + 1)
  return month < 12 ? join(year, month + 1, 1) : join(year + 1, 1, 1)
}

/** 0 for what is no month. */
function lastDayOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0)
}

const join = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
