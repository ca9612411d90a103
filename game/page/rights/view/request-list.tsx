import { useState } from 'preact/hooks'
import type { DataRequestOpen, DataRequestView } from '../../../api/index.ts'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { dayAndTime, dayOnly } from '../state/words.ts'
import { useAction } from './use-action.ts'

/** What was asked, and what was answered. */
export function RequestList(props: { requests: readonly DataRequestView[]; onOpen: (request: string) => Promise<DataRequestOpen> }) {
  return (
    <ul class="stack">
      {props.requests.map((request) => (
        <li key={request.id}>
          <RequestCard request={request} onOpen={props.onOpen} />
        </li>
      ))}
    </ul>
  )
}

const tones = { received: 'warn', done: 'good', refused: 'bad' } as const

function RequestCard({ request, onOpen }: { request: DataRequestView; onOpen: (request: string) => Promise<DataRequestOpen> }) {
  const { language, t } = useText()
  const [open, setOpen] = useState<DataRequestOpen | null>(null)
  const { isBusy, problem, run } = useAction()
  const { id, kind, state, askedAt, answerBy, isLate } = request
  return (
    <article class="card request stack">
      <div class="row spread">
        <h3>{t(`rights.request.${kind}`)}</h3>
        <span class={`badge ${tones[state]}`}>{t(`rights.request.${state}`)}</span>
      </div>
      <p class="small soft">
        {dayOnly(askedAt, language)}
        {state === 'received' && ` · ${t(isLate ? 'rights.request.late' : 'rights.request.by', { at: dayAndTime(answerBy, language) })}`}
      </p>
      {open === null ? (
        <button type="button" class="button" disabled={isBusy} onClick={() => void run(async () => setOpen(await onOpen(id)))}>
          {isBusy ? <Busy>{t('action.sending')}</Busy> : t('rights.request.read')}
        </button>
      ) : (
        <dl class="words">
          <dt>{t('rights.request.words')}</dt>
          <dd>{open.words}</dd>
          {open.answer !== null && (
            <>
              <dt>{t('rights.request.answer')}</dt>
              <dd>{open.answer}</dd>
            </>
          )}
        </dl>
      )}
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
    </article>
  )
}
