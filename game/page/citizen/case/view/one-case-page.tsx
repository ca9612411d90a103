import { useSignal } from '@preact/signals'
import { CodedError } from '@balai/engine/core'
import { useEffect, useState } from 'preact/hooks'
import type { CaseView } from '../../../../api/index.ts'
import { Busy, callSentence, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import { showDay, showDayOf } from './answer-words.ts'
import { useCases } from './case-context.tsx'
import { CaseHistory } from './case-history.tsx'
import { StateBadge, turnWords } from './case-state.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { DocumentRows } from './document-rows.tsx'
import { FeeCard } from './fee-card.tsx'
import { NoCase } from './no-case.tsx'
import { OnItsWay } from './on-its-way.tsx'
import { RateCase } from './rate-case.tsx'
import { useService } from './use-service.ts'
import { WithdrawCase } from './withdraw-case.tsx'

/** `/perkara/ID` */
export function OneCasePage(props: { id: string }) {
  const { app, list, courier } = useCases()
  const { t } = useText()
  const problem = useSignal<string | null>(null)
  const isUnknown = useSignal(false)
  const view = list.cases.value?.find((row) => row.id === props.id) ?? null
  const sending = courier.sendings.value.find((row) => row.id === props.id) ?? null
  const isSignedIn = app.session.value?.role === 'citizen'
  const isOut = sending !== null && sending.number === null
  // Whoever watched it go sees that it has arrived.
  const [isWatched] = useState(isOut)
  const load = async () => {
    problem.value = null
    isUnknown.value = false
    try {
      list.put(await app.call<CaseView>('GET', `/api/cases/${props.id}`))
    } catch (error) {
      isUnknown.value = error instanceof CodedError && error.code === 'unknown-case'
      problem.value = callSentence(error, t)
    }
  }
  useEffect(() => {
    if (isSignedIn && !isOut) void load()
  }, [props.id, isSignedIn, isOut])

  if (isOut || (isWatched && sending)) return <OnItsWay id={props.id} />
  if (view)
    return (
      <>
        {problem.value && (
          <Notice tone="warn" isLive>
            <p>{problem.value}</p>
            <p>{t('case.list.old')}</p>
          </Notice>
        )}
        <CaseBody view={view} onChanged={load} />
      </>
    )
  if (isUnknown.value) return <NoCase asked={props.id} />
  if (problem.value) {
    return (
      <div class="stack">
        <Notice tone="warn" isLive>
          {problem.value}
        </Notice>
        <button type="button" class="button main wide" onClick={() => void load()}>
          {t('action.retry')}
        </button>
      </div>
    )
  }
  if (isSignedIn) return <Busy>{t('case.list.loading')}</Busy>
  return (
    <div class="stack">
      <Notice tone="warn">{t('case.list.sign-in')}</Notice>
      <button type="button" class="button main wide" onClick={() => app.open({ kind: 'sign-in', take: null })}>
        {t('sign-in.title')}
      </button>
    </div>
  )
}

function CaseBody(props: { view: CaseView; onChanged: () => Promise<void> }) {
  const { view } = props
  const text = useText()
  const { t, language } = text
  const service = useService(view)
  const zone = service?.timeZone
  return (
    <article class="stack case-one">
      <a class="case-up" href="/perkara">
        <Icon name="back" size={20} />
        {t('case.list.title')}
      </a>
      <h1>{service ? pick(service.name, language) : '…'}</h1>
      <p class="row case-one-head">
        <strong class="number case-number-small">{view.number}</strong>
        <StateBadge view={view} />
      </p>
      <section class={`case-turn card is-${view.turn ?? 'end'}`}>
        <p>{turnWords(view, text)}</p>
        {view.step && (
          <div class="case-step">
            <progress max={view.step.of} value={view.step.number} aria-hidden="true" />
            <span class="small">
              {t('case.step-now', { at: view.step.number, of: view.step.of, step: pick(view.step.name, language) })}
            </span>
          </div>
        )}
      </section>
      {view.rejected && (
        <Notice tone="bad">
          <p>
            <strong>{t('case.rejected')}</strong> {view.rejected.reason}
          </p>
          <p>
            <strong>{t('case.appeal')}</strong> {view.rejected.appeal}
          </p>
        </Notice>
      )}
      {view.returned && <CorrectionForm view={view} />}
      <DocumentRows documents={view.documents} zone={zone} />
      {view.fee && <FeeCard view={view} fee={view.fee} zone={zone} onChanged={props.onChanged} />}
      <RateCase view={view} />
      {view.warnings.map((warning) => (
        <Notice key={warning.case} tone="warn">
          <a class="case-similar" href={`/perkara/${warning.case}`}>
            {t('case.duplicate', { number: warning.number })}
          </a>
        </Notice>
      ))}
      <dl class="case-facts card">
        <div>
          <dt>{t('case.sent-at')}</dt>
          <dd>{showDayOf(view.contactAt, language, zone)}</dd>
        </div>
        {view.promisedOn && (
          <div>
            <dt>{t('case.promise')}</dt>
            <dd>
              <strong>{showDay(view.promisedOn, language)}</strong>
              {view.isLate && <span class="badge bad">{t('case.late')}</span>}
            </dd>
          </div>
        )}
      </dl>
      <CaseHistory history={view.history} zone={zone} />
      {view.mayWithdraw && <WithdrawCase id={view.id} />}
    </article>
  )
}
