import type { OfficerTicket } from '../../../api/index.ts'
import { formatClock, useText } from '../../shared/index.ts'

/** What sets a ticket apart: priority, booking, room, not ready; and softly, where it was taken. */
export function TicketBadges(props: { ticket: OfficerTicket }) {
  const { ticket } = props
  const { language, t } = useText()
  const isWaiting = ticket.state === 'waiting'
  return (
    <>
      {ticket.priority && <span class="badge priority">{t(`officer.priority.${ticket.priority}`)}</span>}
      {ticket.slotAt && <span class="badge">{t('officer.slot', { time: formatClock(ticket.slotAt, language) })}</span>}
      {ticket.room && ticket.state === 'parked' && <span class="badge good">{ticket.room}</span>}
      {isWaiting && !ticket.isReady && <span class="badge warn">{t('officer.not-ready')}</span>}
      {ticket.notes.length > 0 && <span class="badge">{t('officer.notes.count', { count: ticket.notes.length })}</span>}
      <span class="soft">{t(`officer.channel.${ticket.channel}`)}</span>
    </>
  )
}
