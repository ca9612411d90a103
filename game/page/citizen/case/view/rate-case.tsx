import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CaseView, SurveyDue } from '../../../../api/index.ts'
import { Icon, useText } from '../../../shared/index.ts'
import { useCases } from './case-context.tsx'

const ended: readonly CaseView['state'][] = ['issued', 'collected', 'rejected']

/** Asks for the nine answers once a case is at its end and was not rated. */
export function RateCase(props: { view: CaseView }) {
  const { app } = useCases()
  const { t } = useText()
  const isDue = useSignal(false)
  const { id, state } = props.view
  const isOpen = app.panel.value !== null
  useEffect(() => {
    if (!ended.includes(state) || isOpen) return
    app.call<SurveyDue>('GET', `/api/cases/${id}/survey`).then(
      (due) => (isDue.value = due.isDue),
      () => undefined,
    )
  }, [id, state, isOpen])
  if (!isDue.value) return null
  return (
    <section class="case-rate card">
      <Icon name="face-4" size={40} />
      <p>{t('case.rate')}</p>
      <button type="button" class="button main wide" onClick={() => app.open({ kind: 'survey', ticket: id, of: 'case' })}>
        {t('case.rate.go')}
      </button>
    </section>
  )
}
