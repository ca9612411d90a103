import { addDays, weekdayOf } from '../calendar/index.ts'

/**
 * When an agency is at the mall. Times of a day are minutes after midnight in the region's zone; days are YYYY-MM-DD there.
 * Data of the administrators; the same rules decide whether a number is given, which slots can be booked, and what the page says.
 */
export type OfficeHours = {
  /** By weekday, 0 = Sunday. Nothing on a day: the agency is not there. Spans in order, breaks are the gaps between them. */
  readonly week: readonly (readonly Span[])[]
  /** Days on which it is not there, or only partly, and why. */
  readonly exceptions: readonly { readonly day: string; readonly spans: readonly Span[]; readonly reason: string }[]
  /** Minutes of a bookable slot, and how many may book each. */
  readonly slotMinutes: number
  readonly slotCapacity: number
  /** Numbers a day and line; null: as many as there are. */
  readonly quota: number | null
  /** Numbers are given until so many minutes before closing. */
  readonly lastNumberMinutes: number
}
export type Span = { readonly from: number; readonly to: number }

export type Opening =
  | { readonly type: 'open'; readonly untilMinute: number }
  /** Between two spans of the day. */
  | { readonly type: 'break'; readonly untilMinute: number }
  | { readonly type: 'before'; readonly fromMinute: number }
  | { readonly type: 'after' }
  | { readonly type: 'closed'; readonly reason: string | null }

/** The spans of a day, and why it differs from the week. @throws TypeError when the day is not YYYY-MM-DD */
export function hoursOf(hours: OfficeHours, day: string): { readonly spans: readonly Span[]; readonly reason: string | null } {
  const exception = hours.exceptions.find((one) => one.day === day)
  if (exception !== undefined) return { spans: exception.spans, reason: exception.reason }
  return { spans: hours.week[weekdayOf(day)] ?? [], reason: null }
}

/** What the counters of a day do at a minute of it. */
export function openingAt(hours: OfficeHours, day: string, minute: number): Opening {
  const { spans, reason } = hoursOf(hours, day)
  if (spans.length === 0) return { type: 'closed', reason }
  const within = spans.find((span) => minute >= span.from && minute < span.to)
  if (within !== undefined) return { type: 'open', untilMinute: within.to }
  const next = spans.find((span) => minute < span.from)
  if (next === undefined) return { type: 'after' }
  return next === spans[0] ? { type: 'before', fromMinute: next.from } : { type: 'break', untilMinute: next.from }
}

/** Whether numbers are given at a minute: from an hour before opening, through breaks, until shortly before closing. */
export function givesNumbers(hours: OfficeHours, day: string, minute: number): boolean {
  const { spans } = hoursOf(hours, day)
  if (spans.length === 0) return false
  return minute >= spans[0].from - numbersBeforeOpening && minute < spans[spans.length - 1].to - hours.lastNumberMinutes
}
/** People stand at the door before it opens. */
const numbersBeforeOpening = 60

/** The minutes at which bookable slots of a day begin. A slot never runs into a break or past closing. */
export function slotsOf(hours: OfficeHours, day: string): number[] {
  const slots: number[] = []
  for (const { from, to } of hoursOf(hours, day).spans) {
    for (let minute = from; minute + hours.slotMinutes <= to; minute += hours.slotMinutes) slots.push(minute)
  }
  return slots
}

/** The next days from `day` on, itself included, on which the agency is there. */
export function nextOpenDays(hours: OfficeHours, day: string, count: number, withinDays = 60): string[] {
  const days: string[] = []
  for (let step = 0; step < withinDays && days.length < count; step++) {
    const next = addDays(day, step)
    if (hoursOf(hours, next).spans.length > 0) days.push(next)
  }
  return days
}
