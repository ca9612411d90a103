import type { TicketView } from '../../../api/index.ts'
import type { Text } from '../../shared/index.ts'

/** Where an instant lies to a check-in's window, both its ends included; `leftMs`: until it begins, or until it ends. */
export type CheckInStep =
  | { readonly type: 'early'; readonly leftMs: number }
  | { readonly type: 'open'; readonly leftMs: number }
  | { readonly type: 'late'; readonly leftMs: 0 }

export function checkInAt(window: NonNullable<TicketView['checkIn']>, nowMs: number): CheckInStep {
  const fromMs = Date.parse(window.from)
  const untilMs = Date.parse(window.until)
  if (nowMs < fromMs) return { type: 'early', leftMs: fromMs - nowMs }
  if (nowMs <= untilMs) return { type: 'open', leftMs: untilMs - nowMs }
  return { type: 'late', leftMs: 0 }
}

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long until then, the larger units alone: "2 hari", "3 jam 5 menit", "12 menit", "40 detik". */
export function timeLeft(leftMs: number, { t }: Pick<Text, 't'>): string {
  const seconds = Math.ceil(leftMs / secondMs)
  if (leftMs >= dayMs) return t('left.days', { count: Math.floor(leftMs / dayMs) })
  if (leftMs >= hourMs) return t('left.hours', { hours: Math.floor(leftMs / hourMs), minutes: Math.floor((leftMs % hourMs) / minuteMs) })
  if (seconds > 90) return t('left.minutes', { count: Math.ceil(seconds / 60) })
  return t('left.seconds', { count: seconds })
}
