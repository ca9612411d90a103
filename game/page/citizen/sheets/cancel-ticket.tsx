import { useState } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { useTicketAction } from './ticket-actions.ts'

/** Giving up a place, asked twice. */
export function CancelTicket(props: { ticket: TicketView }) {
  const { t } = useText()
  const [isAsked, setAsked] = useState(false)
  const { isBusy, problem, run } = useTicketAction(props.ticket.id)
  const isBooking = props.ticket.state === 'reserved'
  const name = t(isBooking ? 'ticket.cancel-booking' : 'ticket.cancel')
  if (!isAsked) {
    return (
      <button type="button" class="button danger wide" onClick={() => setAsked(true)}>
        {name}
      </button>
    )
  }
  return (
    <div class="stack" role="group" aria-label={name}>
      <Notice tone="warn" isLive>
        {t(isBooking ? 'ticket.cancel-booking-sure' : 'ticket.cancel-sure')}
      </Notice>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <div class="row two">
        <button type="button" class="button" onClick={() => setAsked(false)} disabled={isBusy}>
          {t('ticket.cancel-no')}
        </button>
        <button type="button" class="button danger" onClick={() => void run('cancel')} disabled={isBusy}>
          {isBusy ? <Busy>{t('action.sending')}</Busy> : t('ticket.cancel-yes')}
        </button>
      </div>
    </div>
  )
}
