import type { TicketView } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'

/** Where the place is bound into the day's proof: with it anybody can check that nobody was put before it unseen. */
export function Receipt(props: { ticket: TicketView; receipt: NonNullable<TicketView['receipt']> }) {
  const { t } = useText()
  const { ticket, receipt } = props
  const address = `/antrean/bukti/${ticket.day}?wilayah=${encodeURIComponent(ticket.region)}&antrean=${encodeURIComponent(ticket.group)}#${receipt.hash}`
  return (
    <p class="receipt small">
      <span>
        {t('receipt.label')} <code>{receipt.hash.slice(0, 8)}</code>
      </span>
      <a href={address} target="_blank" rel="noopener">
        <Icon name="check" size={18} />
        {t('receipt.check')}
      </a>
    </p>
  )
}
