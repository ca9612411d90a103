import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { formatClock, Icon, pick, useText } from '../../shared/index.ts'
import { heldSeconds } from '../app/holds.ts'
import { isPossible, usualAction, type DeskAction } from '../app/desk-actions.ts'
import type { PlainAction } from '../app/desk.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { askFor } from '../app/run-shortcut.ts'
import type { TicketSubject } from '../app/service-of.ts'
import { formatTimer } from '../app/ticket-time.ts'
import { KeyButton } from './key-button.tsx'
import { TicketBadges } from './ticket-badges.tsx'
import { RouteLine } from './ticket-lines.tsx'

/** The steps of a turn, and what else can be done with the person in hand. */
const steps = [
  { action: 'recall', word: 'officer.recall' },
  { action: 'skip', word: 'officer.skip' },
  { action: 'serve', word: 'officer.serve' },
  { action: 'finish', word: 'officer.finish' },
] as const
const asides = [
  { action: 'park', icon: 'door', word: 'officer.park' },
  { action: 'transfer', icon: 'swap', word: 'officer.transfer' },
  { action: 'note', icon: 'write', word: 'officer.note' },
] as const

/** The number in hand with its state, its clock and everything that can be done with it. */
export function TicketHead(props: { ticket: OfficerTicket; counter: OfficerCounter; subject: TicketSubject | null }) {
  const { ticket, counter, subject } = props
  const parts = useOfficer()
  const { t, language } = useText()
  return (
    <header class={ticket.state === 'called' ? 'ticket-head is-called' : 'ticket-head'}>
      <div class="ticket-top">
        <h2 id="person-title" class="ticket-label number">
          {ticket.label}
        </h2>
        <TicketClock ticket={ticket} />
        <div class="ticket-words">
          <p class="ticket-service">
            {subject && <Icon name={subject.agency.wing} size={22} />}
            <span>{subject ? pick((subject.service ?? subject.group).name, language) : ' '}</span>
          </p>
          <p class="queue-badges">
            <TicketBadges ticket={ticket} />
            <span class="soft">{t('officer.person.issued', { time: formatClock(ticket.issuedAt, language) })}</span>
          </p>
          <RouteLine ticket={ticket} />
        </div>
      </div>
      <div class="ticket-steps" role="group" aria-label={t('officer.steps')}>
        {steps.map(({ action, word }) => (
          <Step key={action} action={action} word={t(word)} ticket={ticket} counter={counter} />
        ))}
      </div>
      <div class="ticket-steps is-aside" role="group" aria-label={t('officer.asides')}>
        {asides.map(({ action, icon, word }) => (
          <KeyButton
            key={action}
            shortcut={action}
            icon={icon}
            isOff={!isPossible(action, counter)}
            isBusy={parts.desk.busy.value === action}
            onClick={() => askFor(parts, action)}
          >
            {t(word)}
          </KeyButton>
        ))}
      </div>
    </header>
  )
}

function Step(props: { action: PlainAction; word: string; ticket: OfficerTicket; counter: OfficerCounter }) {
  const { action, ticket, counter } = props
  const { app, desk } = useOfficer()
  const holds = desk.holds.value
  const usual: DeskAction = usualAction(counter)
  // The clock is only looked at while something is held: it ticks each second.
  const held = holds.length > 0 ? heldSeconds(holds, { ticket: ticket.id, action }, app.now.value) : 0
  return (
    <KeyButton
      shortcut={action}
      tone={action === usual ? 'main' : undefined}
      isOff={!isPossible(action, counter)}
      isBusy={desk.busy.value === action}
      heldSeconds={held}
      onClick={() => void desk.act(action)}
    >
      {props.word}
    </KeyButton>
  )
}

/** The state, and how long it has lasted: since the latest call, or since the service began. */
function TicketClock(props: { ticket: OfficerTicket }) {
  const { state, calls, calledAt, servedAt } = props.ticket
  const { app } = useOfficer()
  const { t } = useText()
  const isCalled = state === 'called'
  const since = isCalled ? calledAt : (servedAt ?? calledAt)
  return (
    <div class="ticket-clock">
      <span class={isCalled ? 'badge called' : 'badge good'}>
        {isCalled && calls > 1
          ? t('officer.state.called-again', { count: calls })
          : t(isCalled ? 'officer.state.called' : 'officer.state.serving')}
      </span>
      {since && (
        <p class="timer">
          <span class="visually-hidden">{t(isCalled ? 'officer.timer.called' : 'officer.timer.serving')} </span>
          <span class="number">{formatTimer(app.now.value - Date.parse(since))}</span>
        </p>
      )}
    </div>
  )
}
