import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { formatClock, Icon, pick, useText } from '../../shared/index.ts'
import { isPossible, usualAction, type DeskAction } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import type { TicketSubject } from '../app/service-of.ts'
import { formatTimer } from '../app/ticket-time.ts'
import { KeyButton } from './key-button.tsx'

const steps = [
  { action: 'recall', icon: 'bell', word: 'officer.recall' },
  { action: 'miss', icon: 'person', word: 'officer.miss' },
  { action: 'serve', icon: 'next', word: 'officer.serve' },
  { action: 'finish', icon: 'check', word: 'officer.finish' },
] as const

/** The number in hand with its state, its clock and the four steps. */
export function TicketHead(props: { ticket: OfficerTicket; counter: OfficerCounter; subject: TicketSubject | null }) {
  const { ticket, counter, subject } = props
  const { desk } = useOfficer()
  const { t, language } = useText()
  const isCalled = ticket.state === 'called'
  const usual: DeskAction = usualAction(counter)
  return (
    <header class={isCalled ? 'ticket-head is-called' : 'ticket-head'}>
      <div class="ticket-top">
        <h2 id="person-title" class="ticket-label number">
          {ticket.label}
        </h2>
        <div class="ticket-words">
          <p class="ticket-service">
            {subject && <Icon name={subject.agency.wing} size={22} />}
            <span>{subject ? pick((subject.service ?? subject.group).name, language) : ' '}</span>
          </p>
          <p class="small soft">
            {subject?.service ? `${pick(subject.group.name, language)} · ` : ''}
            {t('officer.person.issued', { time: formatClock(ticket.issuedAt, language) })}
          </p>
        </div>
        <div class="ticket-clock">
          <span class={isCalled ? 'badge called' : 'badge good'}>{t(isCalled ? 'officer.state.called' : 'officer.state.serving')}</span>
          <CallTimer ticket={ticket} />
        </div>
      </div>
      <div class="ticket-steps" role="group" aria-label={t('officer.steps')}>
        {steps.map(({ action, icon, word }) => (
          <KeyButton
            key={action}
            shortcut={action}
            icon={icon}
            tone={action === usual ? 'main' : undefined}
            isOff={!isPossible(action, counter)}
            isBusy={desk.busy.value === action}
            onClick={() => void desk.act(action)}
          >
            {t(word)}
          </KeyButton>
        ))}
      </div>
    </header>
  )
}

function CallTimer(props: { ticket: OfficerTicket }) {
  const { app } = useOfficer()
  const { t } = useText()
  if (!props.ticket.calledAt) return null
  return (
    <p class="timer">
      <span class="visually-hidden">{t('officer.timer')} </span>
      <span class="number">{formatTimer(app.now.value - Date.parse(props.ticket.calledAt))}</span>
    </p>
  )
}
