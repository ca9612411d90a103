import { formatWait, type Text } from '../../shared/index.ts'
import type { LineState } from '../state/line-state.ts'

/** How long a line is, or why it gives no numbers. */
export function lineWords({ waiting, wait, bar }: LineState, { t, language }: Text): string {
  if (bar?.type === 'closed') return t('kiosk.line.closed', { reason: bar.reason })
  if (bar?.type === 'hours') {
    if (bar.at !== null) return t('kiosk.line.opens-at', { at: language === 'id' ? bar.at.replace(':', '.') : bar.at })
    return bar.day === null ? t('kiosk.line.shut') : t('kiosk.line.opens-on', { day: dayName(bar.day, language) })
  }
  const people = waiting === 0 ? t('kiosk.line.nobody') : t('kiosk.line.waiting', { count: waiting })
  return wait === null ? people : `${people} · ${formatWait(wait, t)}`
}

/** "Senin, 24 November": the year goes without saying. */
function dayName(day: string, language: string): string {
  const at = new Date(`${day}T12:00:00Z`)
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at)
}
