import { checkHours, type HoursProblem, type OfficeHours, type Span } from '../../../queue/index.ts'

/** Monday first, as a week is read in an office; 0 = Sunday. */
export const weekOrder = [1, 2, 3, 4, 5, 6, 0] as const
const dayMinutes = 1440
const hour = 60

/** `08:00`; the midnight that ends a day is `24:00`. */
export function timeText(minute: number, colon = ':'): string {
  return `${String(Math.floor(minute / hour)).padStart(2, '0')}${colon}${String(minute % hour).padStart(2, '0')}`
}

/** Minutes after midnight of what somebody typed: `8`, `08.30`, `8:30`, `0830`, `24`; null when it is no time. */
export function readMinute(text: string): number | null {
  const match = /^(\d{1,2})(?:[.: ]?([0-5]\d))?$/.exec(text.trim())
  if (match === null) return null
  const minute = Number(match[1]) * hour + Number(match[2] ?? 0)
  return minute <= dayMinutes ? minute : null
}

/** One more span after the last: an hour's break, then to 15:00 or two hours on; on an empty day the usual morning. */
export function withSpan(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1)
  if (last === undefined) return [{ from: 8 * hour, to: 12 * hour }]
  const from = last.to + hour
  if (from >= dayMinutes) return spans
  return [...spans, { from, to: Math.min(dayMinutes, Math.max(15 * hour, from + 2 * hour)) }]
}

export function withTime(spans: readonly Span[], at: number, end: 'from' | 'to', minute: number): readonly Span[] {
  return spans.map((span, index) => (index === at ? { ...span, [end]: minute } : span))
}

export function withDay(hours: OfficeHours, weekday: number, spans: readonly Span[]): OfficeHours {
  return { ...hours, week: hours.week.map((own, at) => (at === weekday ? spans : own)) }
}

/** Monday's spans on every day on which the agency is there already. */
export function likeMonday(hours: OfficeHours): OfficeHours {
  return { ...hours, week: hours.week.map((spans) => (spans.length === 0 ? spans : hours.week[1])) }
}

/** Special days by date, each once: a later one replaces. */
export function withClosure(hours: OfficeHours, closure: OfficeHours['exceptions'][number]): OfficeHours {
  const others = hours.exceptions.filter(({ day }) => day !== closure.day)
  return { ...hours, exceptions: [...others, closure].sort((a, b) => a.day.localeCompare(b.day)) }
}

export function withoutClosure(hours: OfficeHours, day: string): OfficeHours {
  return { ...hours, exceptions: hours.exceptions.filter((one) => one.day !== day) }
}

/** The key of the sentence for what is wrong, and what to fill in; null: it can be kept. */
export function hoursSentence(hours: OfficeHours): { readonly key: string; readonly problem: HoursProblem } | null {
  const problem = checkHours(hours)
  return problem === null ? null : { key: `admin.wrong.${problem.code}`, problem }
}
