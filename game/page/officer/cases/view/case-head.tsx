import type { OfficerCaseView } from '../../../../api/index.ts'
import { useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { runCaseKey } from '../keys/run-case-key.ts'
import { usualAction } from '../state/case-words.ts'
import { CaseButton } from './case-button.tsx'
import { useCases } from './case-context.ts'
import { DueBadge } from './due-badge.tsx'
import { ServiceName } from './service-name.tsx'

/** In the order in which they stand. Those that this officer may not do now are not shown: nothing to try in vain. */
const shownActions = ['take', 'check', 'accept', 'step', 'decide', 'return', 'reject', 'escalate', 'release'] as const

/** Number, service, person, promised day; below it what this officer may do now, each with its key. */
export function CaseHead(props: { current: OfficerCaseView }) {
  const { current } = props
  const parts = useCases()
  const { app, place } = useOfficer()
  const { t } = useText()
  const { desk, zoom, part } = parts
  const usual = usualAction(current)
  const ticket = app.counter.value?.current ?? null
  const isReturning = desk.returning.value !== null
  const press = { desk, zoom, part, app, place }
  const step = current.steps.find(({ slug }) => slug === current.step)
  return (
    <header class="ticket-head case-head">
      <div class="case-head-top">
        <p class="case-number number">{current.number}</p>
        <h2 id="case-title" class="case-service">
          <ServiceName service={current.service} />
        </h2>
      </div>
      <p class="case-facts">
        <span class="badge is-state">{t(`cases.state.${current.state}`)}</span>
        <DueBadge row={current} />
        <span>
          NIK <strong class="number">{current.nikMasked}</strong>
        </span>
        {current.isVerified && <span class="badge good">{t('cases.verified')}</span>}
        {current.turn !== null && current.holder !== 'me' && (
          <span class="soft">
            {t(`cases.turn.${current.turn}`)}
            {current.holder === 'other' && ` · ${t('cases.held.other')}`}
          </span>
        )}
      </p>
      {(current.actions.length > 0 || ticket !== null) && (
        <div class="case-actions" role="group" aria-label={t('cases.actions')}>
          {shownActions
            .filter((action) => current.actions.includes(action))
            .map((action) => (
              <CaseButton
                key={action}
                of={action}
                tone={action === usual && !isReturning ? 'main' : action === 'reject' ? 'danger' : undefined}
                isPressed={action === 'return' ? isReturning : undefined}
                onClick={() => runCaseKey(press, action)}
              >
                {action === 'step' && step !== undefined
                  ? t('cases.action.step', { number: current.steps.indexOf(step) + 1 })
                  : t(`cases.action.${action}`)}
              </CaseButton>
            ))}
          {ticket !== null && current.actions.includes('link') && (
            <CaseButton of="link" isOff={current.links.some(({ id }) => id === ticket.id)} onClick={() => runCaseKey(press, 'link')}>
              {t('cases.action.link', { label: ticket.label })}
            </CaseButton>
          )}
        </div>
      )}
    </header>
  )
}
