import { Busy, Notice, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'

/** While a number is asked for: being sent, waiting for the network, or refused with a reason. */
export function TakingSheet() {
  const { app, taker } = useCitizen()
  const { t } = useText()
  const taking = taker.taking.value
  if (!taking) return null
  return (
    <Sheet title={t('taking.title')} onClose={() => app.close()}>
      <div class="stack">
        {taking.state === 'sending' && <Busy>{t('taking.sending')}</Busy>}
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
            <button type="button" class="button wide" onClick={() => app.close()}>
              {t('action.back')}
            </button>
          </>
        )}
      </div>
    </Sheet>
  )
}
