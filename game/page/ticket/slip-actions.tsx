import { useState } from 'preact/hooks'
import type { TicketView } from '../../api/index.ts'
import { Notice, useText } from '../shared/index.ts'
import type { SlipAction, SlipFollower } from './follow-slip.ts'

/** What can be done with the place from a phone that has no more than the code. */
export function SlipActions(props: { ticket: TicketView; follower: SlipFollower }) {
  const { ticket, follower } = props
  const { t } = useText()
  const [isSure, setSure] = useState(false)
  const act = (action: SlipAction) => {
    setSure(false)
    void follower.act(action)
  }
  const isBusy = follower.isActing.value
  const behind = ticket.rejoinBehind
  return (
    <>
      {follower.problem.value && (
        <Notice tone="warn" isLive>
          {follower.problem.value}
        </Notice>
      )}
      {ticket.state === 'skipped' && behind !== null && (
        <button type="button" class="button main wide" disabled={isBusy} onClick={() => act('rejoin')}>
          {behind === 0 ? t('slip.rejoin-first') : t('slip.rejoin', { count: behind })}
        </button>
      )}
      {ticket.state === 'parked' && (
        <button type="button" class="button main wide" disabled={isBusy} onClick={() => act('return')}>
          {t('parked.return')}
        </button>
      )}
      {ticket.state === 'waiting' &&
        (isSure ? (
          <div class="slip-sure" role="group" aria-label={t('ticket.cancel-sure')}>
            <p class="small">{t('ticket.cancel-sure')}</p>
            <button type="button" class="button danger wide" disabled={isBusy} onClick={() => act('cancel')}>
              {t('ticket.cancel-yes')}
            </button>
            <button type="button" class="button wide" onClick={() => setSure(false)}>
              {t('ticket.cancel-no')}
            </button>
          </div>
        ) : (
          <button type="button" class="button quiet" onClick={() => setSure(true)}>
            {t('ticket.cancel')}
          </button>
        ))}
    </>
  )
}
