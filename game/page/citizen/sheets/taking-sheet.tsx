import { Busy, Notice, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'

/** Refusals after which another day, or another time, is the way on. */
const bookable = ['not-giving-numbers', 'quota-spent', 'line-closed', 'queue-full', 'slot-full', 'slot-past', 'no-such-slot']

/** While a number is asked for: being sent, waiting for the network, or refused with a reason. */
export function TakingSheet() {
  const { app, taker } = useCitizen()
  const { t } = useText()
  const taking = taker.taking.value
  if (!taking) return null
  const isBooking = Boolean(taking.request.slotAt)
  return (
    <Sheet title={t(isBooking ? 'book.title' : 'taking.title')} onClose={() => app.close()}>
      <div class="stack">
        {taking.state === 'sending' && <Busy>{t(isBooking ? 'book.sending' : 'taking.sending')}</Busy>}
        {taking.state === 'waiting' && (
          <>
            <Notice tone="warn" isLive>
              <p>{taking.message}</p>
              <p>{t('taking.waiting')}</p>
            </Notice>
            <button type="button" class="button main wide" onClick={() => taker.retry()}>
              {t('action.retry')}
            </button>
          </>
        )}
        {taking.state === 'refused' && (
          <>
            <Notice tone="bad" isLive>
              {taking.message}
            </Notice>
            {bookable.includes(taking.code) && (
              <button
                type="button"
                class="button main wide"
                onClick={() => app.open({ kind: 'book', group: taking.request.group, service: taking.request.service })}
              >
                {t('ticket.book')}
              </button>
            )}
            <button type="button" class="button wide" onClick={() => app.close()}>
              {t('action.back')}
            </button>
          </>
        )}
      </div>
    </Sheet>
  )
}
