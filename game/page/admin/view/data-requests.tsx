import { useState } from 'preact/hooks'
import type { DataRequestOpen, DataRequestsResponse } from '../../../api/index.ts'
import { formatDate, formatTime, Notice, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { leftSentence } from '../state/time-left.ts'
import { NotYet } from './not-yet.tsx'
import { TextArea } from './text-area.tsx'
import { useLoaded } from './use-loaded.ts'
import { useNow } from './use-now.ts'
import { useUnsaved } from './use-unsaved.ts'

/** What citizens ask about their data and nobody has answered yet, the most urgent first. */
export function DataRequests() {
  const admin = useAdmin()
  const { t } = useText()
  const loaded = useLoaded<DataRequestsResponse>(`/api/officer/data-requests?region=${encodeURIComponent(admin.region.value.slug)}`)
  const [hasAnswered, setAnswered] = useState(false)
  const requests = loaded.value?.requests ?? []
  const gone = (id: string) => {
    loaded.put({ requests: requests.filter((one) => one.id !== id) })
    setAnswered(true)
  }
  return (
    <section class="admin-part" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('admin.requests')}</h2>
      <div role="status" class="said-now">
        {hasAnswered && (
          <Notice tone="good">
            <p>{t('admin.requests.answered')}</p>
          </Notice>
        )}
      </div>
      {loaded.value === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : requests.length === 0 ? (
        <p class="card quiet-card soft">{t('admin.requests.none')}</p>
      ) : (
        <ul class="officers">
          {requests.map((request) => (
            <li key={request.id} class="card duty">
              <RequestCard request={request} onAnswered={() => gone(request.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function RequestCard(props: { request: DataRequestOpen; onAnswered: () => void }) {
  const { id, kind, about, words, askedAt, answerBy } = props.request
  const admin = useAdmin()
  const { language, t } = useText()
  const nowMs = useNow()
  const [answer, setAnswer] = useState('')
  const isEmpty = answer.trim() === ''
  useUnsaved(!isEmpty)
  const zone = admin.region.value.timeZone
  const when = (iso: string) => `${formatDate(iso, language, zone)}, ${formatTime(iso, language, zone)}`
  const isLate = Date.parse(answerBy) < nowMs
  const send = async (type: 'done' | 'refused') => {
    if (isEmpty) return
    const path = `/api/officer/data-requests/${encodeURIComponent(id)}/answer`
    const sent = await admin.run(() => admin.call<DataRequestOpen>('POST', path, { body: { type, words: answer.trim() } }))
    if (sent !== null) props.onAnswered()
  }
  return (
    <article class="duty-body" aria-labelledby={`request-${id}`}>
      <header class="duty-head">
        <h3 id={`request-${id}`}>{t(`admin.requests.kind.${kind}`)}</h3>
        <span class={isLate ? 'badge bad' : 'badge warn'}>{leftSentence(answerBy, nowMs, t)}</span>
      </header>
      <p class="small soft">
        {t(`admin.requests.about.${about.kind}`)}
        {about.kind !== 'account' && <span class="hash"> {about.id}</span>}
        {' · '}
        {t('admin.requests.asked', { time: when(askedAt) })} · {t('admin.requests.due', { time: when(answerBy) })}
      </p>
      <blockquote class="said">{words}</blockquote>
      <TextArea label={t('admin.requests.answer')} hint={t('admin.requests.answer-hint')} value={answer} onInput={setAnswer} />
      <div class="duty-foot">
        <button type="button" class="button main" aria-disabled={isEmpty || admin.isBusy.value} onClick={() => void send('done')}>
          {t('admin.requests.done')}
        </button>
        <button type="button" class="button danger" aria-disabled={isEmpty || admin.isBusy.value} onClick={() => void send('refused')}>
          {t('admin.requests.refuse')}
        </button>
      </div>
    </article>
  )
}
