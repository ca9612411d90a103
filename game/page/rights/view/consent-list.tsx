import { useState } from 'preact/hooks'
import type { ConsentView } from '../../../api/index.ts'
import { Busy, Notice, pick, useText } from '../../shared/index.ts'
import { dayAndTime, dayOnly } from '../state/words.ts'
import { useAction } from './use-action.ts'

/** What was agreed to, word by word, and the way back. */
export function ConsentList(props: { consents: readonly ConsentView[]; onWithdraw: (consent: string) => Promise<void> }) {
  const { t } = useText()
  return (
    <section class="stack" aria-labelledby="consents-title">
      <h2 id="consents-title">{t('rights.consents')}</h2>
      {props.consents.length === 0 && <p class="card empty">{t('rights.consents.none')}</p>}
      <ul class="stack">
        {props.consents.map((consent) => (
          <li key={consent.id}>
            <ConsentCard consent={consent} onWithdraw={props.onWithdraw} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ConsentCard({ consent, onWithdraw }: { consent: ConsentView; onWithdraw: (consent: string) => Promise<void> }) {
  const { language, t } = useText()
  const [isAsking, setAsking] = useState(false)
  const { isBusy, problem, run } = useAction()
  const { id, name, words, stops, textVersion, textSha256, givenAt, withdrawnAt, stoppedAt, stopBy } = consent
  return (
    <article class={withdrawnAt === null ? 'card consent' : 'card consent is-over'}>
      <h3>{pick(name, language)}</h3>
      <blockquote>{pick(words, language)}</blockquote>
      <p class="small soft">{t('rights.consents.given', { at: dayAndTime(givenAt, language) })}</p>
      {withdrawnAt !== null && (
        <p>
          <span class={stoppedAt === null ? 'badge warn' : 'badge good'}>
            {stoppedAt === null
              ? t('rights.consents.stopping', { at: dayAndTime(stopBy ?? withdrawnAt, language) })
              : t('rights.consents.stopped', { at: dayOnly(stoppedAt, language) })}
          </span>
        </p>
      )}
      <details class="more">
        <summary>{t('rights.consents.proof')}</summary>
        <p class="small">
          {textVersion}
          <br />
          <code>{textSha256}</code>
        </p>
      </details>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {withdrawnAt === null && !isAsking && (
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {t('rights.consents.withdraw')}
        </button>
      )}
      {isAsking && withdrawnAt === null && (
        <div class="ask stack" role="group" aria-label={t('rights.consents.withdraw')}>
          <p>{pick(stops, language)}</p>
          <div class="two">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t('action.back')}
            </button>
            <button type="button" class="button danger" disabled={isBusy} onClick={() => void run(() => onWithdraw(id))}>
              {isBusy ? <Busy>{t('action.sending')}</Busy> : t('rights.consents.sure')}
            </button>
          </div>
        </div>
      )}
    </article>
  )
}
