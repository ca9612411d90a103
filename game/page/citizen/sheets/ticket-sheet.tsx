import { useEffect, useState } from 'preact/hooks'
import type { Service, TicketView } from '../../../api/index.ts'
import {
  Busy,
  callSentence,
  formatClock,
  formatFee,
  formatOrdinal,
  Icon,
  formatWait,
  Notice,
  pick,
  Sheet,
  useText,
} from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isLive } from '../app/ticket-state.ts'

/** A number and all that can be done with it. */
export function TicketSheet(props: { ticket: string }) {
  const { app, taker } = useCitizen()
  const { t, language } = useText()
  const ticket = app.tickets.value.find((row) => row.id === props.ticket)
  useEffect(() => {
    if (ticket?.region === app.region?.slug) app.loadCatalogue().catch(() => undefined)
  }, [])
  if (!ticket) return null
  const agency = app.catalogue.value?.agencies.find((row) => row.slug === ticket.agency)
  const group = agency?.groups.find((row) => row.slug === ticket.group)
  const service = group?.services.find((row) => row.slug === ticket.service)
  return (
    <Sheet title={t('ticket.title')} onClose={() => app.close()}>
      <div class="stack">
        <div class={`paper-ticket state-${ticket.state}${agency ? ` wing-${agency.wing}` : ''}`}>
          <p class="small soft">{agency?.name ?? t('ticket.number')}</p>
          <p class="paper-number number">{ticket.label}</p>
          {group && <p>{pick(service?.name ?? group.name, language)}</p>}
          <p class="small soft">{t('ticket.taken-at', { time: formatClock(ticket.issuedAt, language) })}</p>
        </div>
        <TicketState ticket={ticket} />
        {isLive(ticket) && ticket.region === app.region?.slug && app.showWay.value && (
          <button
            type="button"
            class="button wide"
            onClick={() => {
              app.close()
              app.showWay.value?.(ticket)
            }}
          >
            <Icon name="place" />
            {t('ticket.way')}
          </button>
        )}
        {service && isLive(ticket) && <Prepare service={service} />}
        {ticket.state === 'waiting' && <CancelTicket ticket={ticket} />}
        {ticket.isSurveyDue && (
          <button type="button" class="button main wide" onClick={() => app.open({ kind: 'survey', ticket: ticket.id })}>
            {t('survey.open')}
          </button>
        )}
        {ticket.state === 'missed' && (
          <button
            type="button"
            class="button main wide"
            onClick={() => taker.take({ region: ticket.region, group: ticket.group, service: ticket.service })}
          >
            {t('ticket.take-again')}
          </button>
        )}
      </div>
    </Sheet>
  )
}

/** What to have ready meanwhile, and the official fee with its basis: nobody may ask for more. */
function Prepare(props: { service: Service }) {
  const { t, language } = useText()
  const { service } = props
  return (
    <>
      <p class="fee-line">
        <Icon name="fee" />
        <span>
          {t('ticket.fee')} <strong>{formatFee(service, language, t)}</strong>
          <span class="basis small">{service.feeBasis}</span>
        </span>
      </p>
      {service.requirements.length > 0 && (
        <div class="prepare">
          <p class="fact-label">{t('ticket.prepare')}</p>
          <ul class="papers">
            {service.requirements.map((paper) => (
              <li key={paper.id}>{pick(paper, language)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function TicketState(props: { ticket: TicketView }) {
  const { t, language } = useText()
  const { ticket } = props
  if (ticket.state === 'waiting') {
    return (
      <div class="waiting" role="status">
        <p class="waiting-place">
          {ticket.ahead === 0 ? t('ticket.place-next') : t('ticket.place', { place: formatOrdinal((ticket.ahead ?? 0) + 1, language) })}
        </p>
        <p>{ticket.wait ? t('ticket.wait', { wait: formatWait(ticket.wait, t) }) : t('ticket.no-counter')}</p>
        <p class="small soft">{t('ticket.keep')}</p>
      </div>
    )
  }
  const counter = ticket.counter?.label ?? ''
  const tone = ticket.state === 'missed' ? 'warn' : ticket.state === 'done' ? 'good' : 'plain'
  return (
    <Notice tone={tone} isLive>
      {t(`ticket.state.${ticket.state}`, { counter })}
    </Notice>
  )
}

function CancelTicket(props: { ticket: TicketView }) {
  const { taker } = useCitizen()
  const { t } = useText()
  const [step, setStep] = useState<'idle' | 'sure' | 'busy'>('idle')
  const [problem, setProblem] = useState('')
  const cancel = async () => {
    setStep('busy')
    setProblem('')
    try {
      await taker.cancel(props.ticket.id)
    } catch (error) {
      setProblem(callSentence(error, t))
      setStep('sure')
    }
  }
  if (step === 'idle') {
    return (
      <button type="button" class="button danger wide" onClick={() => setStep('sure')}>
        {t('ticket.cancel')}
      </button>
    )
  }
  return (
    <div class="stack" role="group" aria-label={t('ticket.cancel')}>
      <Notice tone="warn" isLive>
        {t('ticket.cancel-sure')}
      </Notice>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <div class="row two">
        <button type="button" class="button" onClick={() => setStep('idle')} disabled={step === 'busy'}>
          {t('ticket.cancel-no')}
        </button>
        <button type="button" class="button danger" onClick={() => void cancel()} disabled={step === 'busy'}>
          {step === 'busy' ? <Busy>{t('action.sending')}</Busy> : t('ticket.cancel-yes')}
        </button>
      </div>
    </div>
  )
}
