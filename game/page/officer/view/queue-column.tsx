import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import type { MissedTicket } from '../app/missed-tickets.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { subjectOf } from '../app/service-of.ts'
import { minutesSince } from '../app/ticket-time.ts'
import { KeyButton } from './key-button.tsx'

/** The server tells of so many at most. */
const mostTold = 50

/** Who waits, in the order in which they will be called. */
export function QueueColumn(props: { counter: OfficerCounter }) {
  const { counter } = props
  const { app, desk } = useOfficer()
  const { t } = useText()
  // Minutes are shown: drawn anew once a minute, not each second.
  const minute = useMemo(() => computed(() => Math.floor(app.now.value / 60_000) * 60_000), [])
  const nowMs = minute.value
  const { waiting } = counter
  return (
    <section class="card queue" aria-labelledby="queue-title">
      <div class="queue-head">
        <h2 id="queue-title">{t('officer.queue')}</h2>
        <p class="queue-count">
          <strong class="number">{waiting.length >= mostTold ? `${mostTold}+` : waiting.length}</strong> {t('officer.queue.waiting')}
          <span class="soft"> · </span>
          <strong class="number">{counter.servedToday}</strong> {t('officer.queue.served')}
        </p>
      </div>
      <KeyButton
        shortcut="next"
        icon="bell"
        tone={counter.current ? undefined : 'main'}
        class="wide"
        isOff={!isPossible('next', counter)}
        isBusy={desk.busy.value === 'next'}
        onClick={() => void desk.act('next')}
      >
        {t('officer.next')}
      </KeyButton>
      <div class="queue-list" tabIndex={0} role="region" aria-label={t('officer.queue.list')}>
        {waiting.length === 0 ? (
          <p class="empty-line soft">{t('officer.queue.empty')}</p>
        ) : (
          <ol>
            {waiting.map((ticket, index) => (
              <WaitingRow
                key={ticket.id}
                ticket={ticket}
                minutes={minutesSince(ticket.issuedAt, nowMs)}
                isNext={index === 0 && !counter.current}
              />
            ))}
          </ol>
        )}
      </div>
      {desk.missed.value.length > 0 && (
        <MissedList tickets={desk.missed.value} isOff={counter.current !== null || desk.busy.value !== null} />
      )}
    </section>
  )
}

function WaitingRow(props: { ticket: OfficerTicket; minutes: number; isNext: boolean }) {
  const { ticket } = props
  const { t } = useText()
  return (
    <li class={props.isNext ? 'queue-row is-next' : 'queue-row'}>
      <strong class="queue-label number">{ticket.label}</strong>
      <span class="queue-service">
        <SubjectName ticket={ticket} />
      </span>
      <span class="queue-minutes number small">{t('officer.minutes', { minutes: props.minutes })}</span>
    </li>
  )
}

function MissedList(props: { tickets: readonly MissedTicket[]; isOff: boolean }) {
  const { desk } = useOfficer()
  const { t } = useText()
  return (
    <section class="missed" aria-labelledby="missed-title">
      <h3 id="missed-title" class="small">
        {t('officer.missed')}
      </h3>
      <ul>
        {props.tickets.slice(0, 3).map((ticket) => (
          <li key={ticket.id} class="missed-row">
            <strong class="number">{ticket.label}</strong>
            <span class="queue-service small">
              <SubjectName ticket={ticket} />
            </span>
            <button
              type="button"
              class="button quiet small"
              aria-disabled={props.isOff}
              onClick={() => {
                if (!props.isOff) void desk.callMissed(ticket)
              }}
            >
              {t('officer.missed.call')}
              <span class="visually-hidden"> {ticket.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What somebody came for: the service, or the line when none was named. */
function SubjectName(props: { ticket: Pick<OfficerTicket, 'group' | 'service'> }) {
  const { app } = useOfficer()
  const { language } = useText()
  const subject = subjectOf(app.catalogue.value, props.ticket)
  return <>{subject ? pick((subject.service ?? subject.group).name, language) : ' '}</>
}
