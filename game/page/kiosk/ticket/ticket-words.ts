import type { TicketView } from '../../../api/index.ts'
import { formatWait, type Text } from '../../shared/index.ts'

/** What a person has to know about their ticket now. `place`: where they stand; `next`: what they do. */
export type TicketWords = { readonly place: string; readonly next: string; readonly isCalled: boolean }

/**
 * @param counters signs of the counters where the line is called, in the order of the hall
 */
export function ticketWords(ticket: TicketView, counters: readonly string[], { t, language }: Text): TicketWords {
  const { state, ahead, wait, counter } = ticket
  if (state === 'called' || state === 'serving')
    return { place: t('kiosk.number.called'), next: t('kiosk.number.go', { counter: counter?.label ?? '?' }), isCalled: true }
  if (state === 'skipped') return { place: t('kiosk.number.skipped'), next: t('kiosk.number.report'), isCalled: false }
  if (state === 'parked') return { place: t('kiosk.number.parked', { room: ticket.room ?? '' }), next: '', isCalled: false }
  if (state !== 'waiting') return { place: t(`kiosk.number.${state}`), next: '', isCalled: false }
  const place = ahead === 0 ? t('kiosk.number.first') : t('kiosk.number.ahead', { count: ahead ?? 0 })
  const list = listOf(counters, language)
  const where = t(counters.length > 1 ? 'kiosk.number.where-some' : 'kiosk.number.where', { counters: list })
  return { place, next: `${wait ? capital(formatWait(wait, t)) : t('kiosk.number.no-estimate')}. ${where}`, isCalled: false }
}

/** "1", "1 atau 2", "1, 2 atau 3". */
function listOf(labels: readonly string[], language: string): string {
  const or = language === 'id' ? ' atau ' : ' or '
  return labels.length < 2 ? (labels[0] ?? '?') : labels.slice(0, -1).join(', ') + or + labels[labels.length - 1]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
