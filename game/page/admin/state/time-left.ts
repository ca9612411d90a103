import type { Translate } from '../../shared/index.ts'

const minuteMs = 60_000

/** "Sisa 2 hari 4 jam" or "Lewat 35 menit": clock hours, as the law counts them. @param due ISO 8601 */
export function leftSentence(due: string, nowMs: number, t: Translate): string {
  const leftMs = Date.parse(due) - nowMs
  const minutes = Math.floor(Math.abs(leftMs) / minuteMs)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const time =
    days > 0
      ? t('admin.left.days', { days, hours: hours % 24 })
      : hours > 0
        ? t('admin.left.hours', { hours, minutes: minutes % 60 })
        : t('admin.left.minutes', { minutes })
  return t(leftMs < 0 ? 'admin.left.over' : 'admin.left.still', { time })
}
