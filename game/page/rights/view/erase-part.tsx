import { useState } from 'preact/hooks'
import type { ErasureResponse, KeptView } from '../../../api/index.ts'
import type { RetentionSlug } from '../../../case/index.ts'
import { Busy, Notice, pick, useText } from '../../shared/index.ts'
import { dayOnly } from '../state/words.ts'
import { useAction } from './use-action.ts'

/** Erases what the law lets go; asks once more, and says afterwards what stays and why. */
export function ErasePart(props: { onErase: (only: RetentionSlug | null) => Promise<ErasureResponse> }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<ErasureResponse | null>(null)
  const { isBusy, problem, run } = useAction()
  const erase = () =>
    void run(async () => {
      setAnswer(await props.onErase(null))
      setAsking(false)
    })
  return (
    <section class="stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('rights.erase')}</h2>
      <p>{t('rights.erase.what')}</p>
      {answer !== null && (
        <div class="stack" role="status">
          <Notice tone="good">{t('rights.erase.done', { count: answer.erased })}</Notice>
          {answer.kept.length > 0 && (
            <>
              <h3>{t('rights.erase.kept')}</h3>
              <ul class="card rows">
                {answer.kept.map((kept) => (
                  <KeptRow key={`${kept.class}-${kept.why}`} kept={kept} />
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {isAsking ? (
        <div class="card ask-form stack" role="group" aria-label={t('rights.erase')}>
          <p>{t('rights.erase.sure')}</p>
          <div class="two">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t('action.back')}
            </button>
            <button type="button" class="button danger" disabled={isBusy} onClick={erase}>
              {isBusy ? <Busy>{t('action.sending')}</Busy> : t('rights.erase.yes')}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {t('rights.erase.begin')}
        </button>
      )}
    </section>
  )
}

function KeptRow({ kept }: { kept: KeptView }) {
  const { language, t } = useText()
  const { class: slug, count, why, until, basis, keeps } = kept
  return (
    <li class="holding">
      <span class="holding-head">
        <strong>{t(`rights.class.${slug}`)}</strong>
        <span class="badge number">{count}</span>
      </span>
      <span>{why === 'law' && keeps !== null ? pick(keeps, language) : t(`rights.erase.why.${why}`)}</span>
      <span class="small soft">
        {until === null ? '' : `${t('rights.erase.until', { day: dayOnly(until, language) })} · `}
        {basis}
      </span>
    </li>
  )
}
