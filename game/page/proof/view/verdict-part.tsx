import { Busy, formatBytes, Icon, useText } from '../../shared/index.ts'
import { formatCount } from '../region-time.ts'
import type { ProofApp } from '../state/proof-app.ts'

/** What an event costs to fetch, packed for the wire: two hashes are most of it. */
export const bytesPerEvent = 92

/** The whole day in one word. */
export function VerdictPart(props: { app: ProofApp }) {
  return (
    <div role="status">
      <Verdict app={props.app} />
    </div>
  )
}

function Verdict({ app }: { app: ProofApp }) {
  const { language, t } = useText()
  const { done, of } = app.progress.value
  const count = (n: number) => formatCount(n, language)
  const lines = app.lines.length
  const checkAll = () => void app.checkAll()
  switch (app.verdict.value) {
    case 'empty':
      return (
        <div class="verdict">
          <h2>{t('proof.verdict.empty')}</h2>
          <p>{t('proof.verdict.empty-how')}</p>
        </div>
      )
    case 'idle':
      return (
        <div class="verdict">
          <h2>{t('proof.verdict.idle')}</h2>
          <p>{t('proof.verdict.idle-how', { lines, events: count(of), size: formatBytes((of - done) * bytesPerEvent, language) })}</p>
          <button type="button" class="button main" onClick={checkAll}>
            {t('proof.check-all')}
          </button>
        </div>
      )
    case 'checking':
      return (
        <div class="verdict">
          <h2>
            <Busy>{t('proof.verdict.checking')}</Busy>
          </h2>
          <progress class="progress" max={of} value={done} aria-label={t('proof.verdict.checking')} />
        </div>
      )
    case 'good':
      return (
        <div class="verdict is-good">
          <Icon name="check" size={40} />
          <div>
            <h2>{t('proof.verdict.good')}</h2>
            <p>{t('proof.verdict.good-how', { lines, events: count(of) })}</p>
          </div>
        </div>
      )
    case 'broken':
      return (
        <div class="verdict is-bad">
          <Icon name="alert" size={40} />
          <div>
            <h2>{t('proof.verdict.broken')}</h2>
            <p>
              {t('proof.verdict.broken-how')}{' '}
              <a href="https://www.lapor.go.id" rel="noopener noreferrer">
                SP4N-LAPOR!
              </a>
            </p>
          </div>
        </div>
      )
    case 'unfinished':
      return (
        <div class="verdict is-warn">
          <h2>{t('proof.verdict.unfinished')}</h2>
          <p>{t('proof.verdict.unfinished-how')}</p>
          <button type="button" class="button main" onClick={checkAll}>
            {t('action.retry')}
          </button>
        </div>
      )
  }
}
