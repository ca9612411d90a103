import type { TicketView } from '../../../api/index.ts'
import { formatDate, formatOrdinal, formatWait, Icon, useText, type Text } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isCalled, zoneOf } from '../app/ticket-state.ts'
import { clockOf } from './clock-of.ts'

/** "A-001 · orang ke-4, kira-kira 10–25 menit": always in sight while there is a number. */
export function TicketChip() {
  const { app } = useCitizen()
  const text = useText()
  const ticket = app.foremost.value
  // The card of a call says it larger.
  if (!ticket || isCalled(ticket)) return null
  const isBooked = ticket.state === 'reserved' && ticket.slotAt !== null
  const zone = zoneOf(app, ticket)
  const open = () => app.open(ticket.isSurveyDue ? { kind: 'survey', ticket: ticket.id } : { kind: 'ticket', ticket: ticket.id })
  return (
    <button type="button" class={`chip state-${ticket.isReadyAsked ? 'asked' : ticket.state}`} onClick={open}>
      <Icon name={ticket.state === 'reserved' ? 'clock' : 'ticket'} />
      <span class="chip-words">
        <strong class="number">{isBooked ? clockOf(ticket.slotAt ?? '', text, zone) : ticket.label}</strong>
        <span class="small">{isBooked ? formatDate(ticket.slotAt ?? '', text.language, zone) : chipWords(ticket, text)}</span>
      </span>
    </button>
  )
}

function chipWords(ticket: TicketView, { t, language }: Text): string {
  if (ticket.isSurveyDue) return t('chip.survey')
  if (ticket.isReadyAsked) return t('ready.ask')
  if (ticket.state === 'waiting') {
    const place = ticket.ahead === 0 ? t('chip.next') : t('chip.place', { place: formatOrdinal((ticket.ahead ?? 0) + 1, language) })
    return ticket.wait ? `${place}, ${formatWait(ticket.wait, t)}` : place
  }
  return t(`ticket.short.${ticket.state}`)
}
