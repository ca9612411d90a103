import { useState } from 'preact/hooks'
import type { LevyReceipt } from '../../../api/index.ts'
import { Busy, formatDate, formatRupiah, formatTime, Icon, Notice, useText } from '../../shared/index.ts'
import type { VoiceApp } from '../state/voice-app.ts'
import { CodeCard } from './code-card.tsx'

/** A sealed report as who sent it sees it. */
export function LevyPaper(props: { app: VoiceApp; report: LevyReceipt }) {
  const { app, report } = props
  const { t, language } = useText()
  const { timeZone } = app.catalogue.region
  const isOpen = report.state === 'sealed' || report.state === 'in-hand'
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{t(`voice.levy.${report.state}`)}</h1>
      <Notice tone={report.state === 'retracted' ? 'plain' : 'good'} isLive>
        <p>
          {t('voice.number')} <strong class="number">{report.number}</strong> · {formatDate(report.sealedAt, language, timeZone)}{' '}
          {formatTime(report.sealedAt, language, timeZone)}
        </p>
        <p>{t('voice.levy-safe')}</p>
      </Notice>
      {report.outcome !== null && (
        <section class="voice-finding" aria-labelledby="finding-title">
          <h2 id="finding-title">{t(`voice.outcome.${report.outcome}`)}</h2>
          <p class="voice-text">{report.finding}</p>
        </section>
      )}
      {report.rupiah !== null && (
        <p class="voice-fee">
          <Icon name="fee" />
          <span>
            {t('voice.official')} <strong>{report.rupiah === 0 ? t('fee.free') : formatRupiah(report.rupiah, language)}</strong>
            <span class="small soft"> {report.basis}</span>
          </span>
        </p>
      )}
      {isOpen && <CodeCard code={report.code} words={t('voice.code-only')} />}
      {isOpen && <AddWords key={report.wordsAdded} app={app} count={report.wordsAdded} />}
      {report.retractUntil !== null && (
        <button type="button" class="button quiet" disabled={app.isBusy.value} onClick={() => void app.retract()}>
          {t('voice.retract', { time: formatTime(report.retractUntil, language, timeZone) })}
        </button>
      )}
      <details class="voice-seal">
        <summary>
          {t('voice.seal')}
          <Icon name="down" size={20} />
        </summary>
        <p class="small">{t('voice.seal-words')}</p>
        <code>{report.hash}</code>
      </details>
    </div>
  )
}

function AddWords(props: { app: VoiceApp; count: number }) {
  const { app, count } = props
  const { t } = useText()
  const [text, setText] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void app.addWords(text)
      }}
    >
      <div class="field">
        <label for="more">{t(count === 0 ? 'voice.levy-more' : 'voice.levy-more-again')}</label>
        <textarea
          id="more"
          rows={4}
          minLength={10}
          maxLength={4000}
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint">{count === 0 ? t('voice.levy-hint') : t('voice.levy-added', { count })}</p>
      </div>
      <button type="submit" class="button main wide" disabled={app.isBusy.value}>
        {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('voice.levy-add')}
      </button>
    </form>
  )
}
