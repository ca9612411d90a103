import { useState } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { formatDay, formatOrdinal, formatWait, Icon, Notice, pick, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isLive } from '../app/ticket-state.ts'
import { ActionButton } from './action-button.tsx'
import { hasTrouble } from './agency-days.ts'
import { AgencyNow } from './agency-now.tsx'
import { Booking } from './booking.tsx'
import { askToNotify, canAskToNotify } from './notify.ts'

/** How a ticket stands, in words, and the one thing to do about it. */
export function TicketNow(props: { ticket: TicketView }) {
  const { ticket } = props
  switch (ticket.state) {
    case 'reserved':
      return <Booking ticket={ticket} />
    case 'waiting':
      return ticket.isReadyAsked ? <AskReady ticket={ticket} /> : <Waiting ticket={ticket} />
    case 'parked':
      return <Parked ticket={ticket} />
    case 'skipped':
      return <Skipped ticket={ticket} />
    case 'transferred':
      return <SentOn ticket={ticket} />
    case 'expired':
      return <Expired ticket={ticket} />
    default:
      return <Said ticket={ticket} />
  }
}

function Said(props: { ticket: TicketView }) {
  const { t } = useText()
  const { ticket } = props
  return (
    <Notice tone={ticket.state === 'done' ? 'good' : 'plain'} isLive>
      {t(`ticket.state.${ticket.state}`, { counter: ticket.counter?.label ?? '' })}
    </Notice>
  )
}

function Waiting(props: { ticket: TicketView }) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const { ticket } = props
  const state = ticket.region === app.region?.slug ? app.agencies.value.get(ticket.agency) : undefined
  return (
    <>
      <div class="waiting" role="status">
        <p class="waiting-place">
          {ticket.ahead === 0 ? t('ticket.place-next') : t('ticket.place', { place: formatOrdinal((ticket.ahead ?? 0) + 1, language) })}
        </p>
        <p>{ticket.wait ? t('ticket.wait', { wait: formatWait(ticket.wait, t) }) : t('ticket.no-counter')}</p>
        <p class="small soft">{t('ticket.keep')}</p>
      </div>
      {state && hasTrouble(state) && (
        <div class="notice warn">
          <AgencyNow state={state} group={ticket.group} />
        </div>
      )}
      <TellMe />
    </>
  )
}

/** Asked for by the person, never by the page. */
function TellMe() {
  const { t } = useText()
  const [isOpen, setOpen] = useState(canAskToNotify)
  if (!isOpen) return null
  return (
    <button
      type="button"
      class="button wide"
      onClick={() => {
        setOpen(false)
        askToNotify().catch(() => undefined)
      }}
    >
      <Icon name="bell" />
      {t('ready.tell-me')}
    </button>
  )
}

function AskReady(props: { ticket: TicketView }) {
  const { t } = useText()
  return (
    <section class="ask-ready" aria-labelledby="ask-ready-title">
      <div role="status">
        <h3 id="ask-ready-title">{t('ready.ask')}</h3>
        <p>{t('ready.why')}</p>
      </div>
      <ActionButton ticket={props.ticket.id} action="ready">
        {t('ready.yes')}
      </ActionButton>
    </section>
  )
}

function Parked(props: { ticket: TicketView }) {
  const { t } = useText()
  const { ticket } = props
  return (
    <>
      <Notice isLive>
        <p>
          <strong>{t('parked.room', { room: ticket.room ?? '' })}</strong>
        </p>
        <p>{t('parked.words')}</p>
      </Notice>
      <ActionButton ticket={ticket.id} action="return">
        {t('parked.return')}
      </ActionButton>
    </>
  )
}

function Skipped(props: { ticket: TicketView }) {
  const { taker } = useCitizen()
  const { t } = useText()
  const { id, region, group, service, priority, rejoinBehind } = props.ticket
  if (rejoinBehind === null) {
    return (
      <>
        <Notice tone="warn" isLive>
          {t('skipped.over')}
        </Notice>
        <button type="button" class="button main wide large" onClick={() => taker.take({ region, group, service, priority })}>
          {t('ticket.take-again')}
        </button>
      </>
    )
  }
  return (
    <>
      <Notice tone="warn" isLive>
        <p>
          <strong>{t('skipped.words')}</strong>
        </p>
        <p>{rejoinBehind === 0 ? t('skipped.first') : t('skipped.behind', { count: rejoinBehind })}</p>
      </Notice>
      <ActionButton ticket={id} action="rejoin">
        {t('skipped.rejoin')}
      </ActionButton>
    </>
  )
}

function SentOn(props: { ticket: TicketView }) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const { region, sentTo } = props.ticket
  const group = app.catalogue.value?.agencies.flatMap((agency) => agency.groups).find((row) => row.slug === sentTo?.group)
  const next = app.tickets.value.find(
    (row) =>
      row.region === region &&
      isLive(row) &&
      (sentTo?.group ? row.group === sentTo.group : row.group === props.ticket.group && row.day === sentTo?.day),
  )
  return (
    <>
      <Notice isLive>
        {sentTo?.day
          ? t('sent.day', { day: formatDay(sentTo.day, language) })
          : t('sent.line', { line: group ? pick(group.name, language) : '' })}
      </Notice>
      {next && (
        <button type="button" class="button main wide" onClick={() => app.open({ kind: 'ticket', ticket: next.id })}>
          {t('sent.open', { label: next.label })}
        </button>
      )}
    </>
  )
}

/** Closed before the turn came, or a booking to which nobody came: nobody is blamed, and there is a way on. */
function Expired(props: { ticket: TicketView }) {
  const { app } = useCitizen()
  const { t } = useText()
  const { region, group, service, slotAt, label } = props.ticket
  const isBooking = slotAt !== null && label.startsWith('R-')
  return (
    <>
      <Notice isLive>
        <p>
          <strong>{t(isBooking ? 'expired.booking' : 'expired.closing')}</strong>
        </p>
        <p>{t(isBooking ? 'expired.booking-words' : 'expired.closing-words')}</p>
      </Notice>
      {region === app.region?.slug && (
        <button type="button" class="button main wide large" onClick={() => app.open({ kind: 'book', group, service })}>
          {t('expired.book')}
        </button>
      )}
    </>
  )
}
