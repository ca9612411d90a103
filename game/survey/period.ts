/** A quarter of a calendar year: `2026-T4` (triwulan). */
export type SurveyPeriod = string

/** The quarter of a day, YYYY-MM-DD. */
export function periodOf(day: string): SurveyPeriod {
  return `${day.slice(0, 4)}-T${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`
}

export function isPeriod(text: string): boolean {
  return /^[2-9]\d{3}-T[1-4]$/.test(text)
}

/** First and last day. */
export function daysOfPeriod(period: SurveyPeriod): { readonly from: string; readonly until: string } {
  const quarter = Number(period.slice(-1))
  const lastMonth = quarter * 3
  const two = (n: number): string => String(n).padStart(2, '0')
  const year = period.slice(0, 4)
  return { from: `${year}-${two(lastMonth - 2)}-01`, until: `${year}-${two(lastMonth)}-${quarter === 1 || quarter === 4 ? 31 : 30}` }
}

/** So many quarters before or after. */
export function movePeriod(period: SurveyPeriod, by: number): SurveyPeriod {
  const index = Number(period.slice(0, 4)) * 4 + Number(period.slice(-1)) - 1 + by
  return `${Math.floor(index / 4)}-T${(index % 4) + 1}`
}
