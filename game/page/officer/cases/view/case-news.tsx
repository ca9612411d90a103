import type { OfficerCaseView } from '../../../../api/index.ts'
import { Notice, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'

/** What is not as usual about the case: a like one, who has it in hand, why its promise rests, how it ended. */
export function CaseNews(props: { current: OfficerCaseView }) {
  const { warnings, holder, paused, rejected, answers, actions, documents, escalatedTo } = props.current
  const { place } = useOfficer()
  const { t } = useText()
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={warning.case} tone="warn">
          <p>
            {t('cases.warning.duplicate', { number: warning.number, state: t(`cases.state.${warning.state}`) })}{' '}
            <button type="button" class="link-button" onClick={() => place.toCases(warning.case)}>
              {t('cases.warning.open', { number: warning.number })}
            </button>
          </p>
        </Notice>
      ))}
      {holder === 'other' && (
        <Notice>
          <p>{t(actions.includes('take') ? 'cases.held.other.free' : 'cases.held.other.long')}</p>
        </Notice>
      )}
      {answers === null && holder === null && actions.includes('take') && (
        <Notice>
          <p>{t('cases.take.first')}</p>
        </Notice>
      )}
      {escalatedTo !== null && (
        <Notice tone="warn">
          <p>{t('cases.escalated', { role: t(`cases.role.${escalatedTo}`) })}</p>
        </Notice>
      )}
      {paused !== null && (
        <Notice>
          <p>{t(`cases.paused.${paused}`)}</p>
        </Notice>
      )}
      {rejected !== null && (
        <Notice tone="bad">
          <p>{rejected.reason}</p>
          <p class="small">{rejected.appeal}</p>
        </Notice>
      )}
      {documents.map((document) => (
        <Notice key={document.id} tone={document.state === 'active' ? 'good' : 'plain'}>
          <p>{t(`cases.document.${document.state}`, { number: document.number })}</p>
        </Notice>
      ))}
    </>
  )
}
