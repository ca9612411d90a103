import type { TicketView } from '../../api/index.ts'
import { formatOrdinal, formatWait, type Text } from '../shared/index.ts'

/** How a ticket stands: the large line, and what to do about it. */
export type SlipWords = { readonly head: string; readonly words: string }

export function slipWords(ticket: TicketView, { t, language }: Text): SlipWords {
  const counter = ticket.counter?.label ?? ''
  switch (ticket.state) {
    case 'waiting': {
      const place = formatOrdinal((ticket.ahead ?? 0) + 1, language)
      return {
        head: ticket.ahead === 0 ? t('ticket.place-next') : t('ticket.place', { place }),
        words: ticket.wait ? t('ticket.wait', { wait: formatWait(ticket.wait, t) }) : t('ticket.no-counter'),
      }
    }
    case 'called':
      return { head: t('slip.called', { counter }), words: t('slip.called-words') }
    case 'serving':
      return { head: t('slip.serving', { counter }), words: '' }
    case 'parked':
      return { head: t('slip.parked', { room: ticket.room ?? '' }), words: t('slip.parked-words') }
    case 'skipped':
      return { head: t('slip.skipped'), words: t('slip.skipped-words') }
    case 'transferred':
      return { head: t('slip.transferred'), words: t('slip.transferred-words') }
    case 'expired':
      return { head: t('slip.expired'), words: t('slip.expired-words') }
    case 'reserved':
      return { head: t('slip.reserved'), words: '' }
    case 'done':
      return { head: t('slip.done'), words: '' }
    case 'cancelled':
      return { head: t('slip.cancelled'), words: '' }
  }
}
