import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { subjectOf } from '../app/service-of.ts'
import { IdentityCard } from './identity-card.tsx'
import { ServicePapers } from './service-papers.tsx'
import { TicketBadges } from './ticket-badges.tsx'
import { TicketHead } from './ticket-head.tsx'
import { NoteLines } from './ticket-lines.tsx'

/** The person in hand: number, time, who they are, what they came for and what it costs. */
export function PersonColumn(props: { counter: OfficerCounter }) {
  const { app } = useOfficer()
  const { current } = props.counter
  if (!current) return <NobodyInHand counter={props.counter} />
  const subject = subjectOf(app.catalogue.value, current)
  return (
    <section class={`card person wing-${subject?.agency.wing ?? 'none'}`} aria-labelledby="person-title">
      <TicketHead ticket={current} counter={props.counter} subject={subject} />
      <div class="person-body">
        <IdentityCard ticket={current} />
        <NoteLines ticket={current} />
        {subject && <ServicePapers key={current.id} subject={subject} />}
      </div>
    </section>
  )
}

function NobodyInHand(props: { counter: OfficerCounter }) {
  const { t } = useText()
  const next = props.counter.waiting[0]
  return (
    <section class="card nobody" aria-labelledby="person-title">
      <h2 id="person-title">{t(props.counter.paused === null ? 'officer.person.none' : 'officer.person.paused')}</h2>
      {next ? <NextInLine ticket={next} /> : <p class="soft nobody-text">{t('officer.person.empty')}</p>}
    </section>
  )
}

function NextInLine(props: { ticket: OfficerTicket }) {
  const { app } = useOfficer()
  const { t, language } = useText()
  const subject = subjectOf(app.catalogue.value, props.ticket)
  return (
    <div class={`next-in-line wing-${subject?.agency.wing ?? 'none'}`}>
      <p class="soft">{t('officer.person.next')}</p>
      <p class="next-label number">{props.ticket.label}</p>
      {subject && (
        <p class="next-service">
          <Icon name={subject.agency.wing} size={20} />
          {pick((subject.service ?? subject.group).name, language)}
        </p>
      )}
      <p class="queue-badges">
        <TicketBadges ticket={props.ticket} />
      </p>
    </div>
  )
}
