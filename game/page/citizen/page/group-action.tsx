import type { AgencyStateView, GroupSummary, TicketView } from '../../../api/index.ts'
import { formatDate, formatOrdinal, formatTime, formatWait, Icon, useText, type Text } from '../../shared/index.ts'
import type { OwnPlaces } from '../app/ticket-state.ts'

type Props = {
  readonly region: string
  /** IANA name of the zone that its times are told in; left out where nobody's times are told. */
  readonly timeZone?: string
  readonly group: string
  /** The service that the person looked at, when it was one. */
  readonly service?: string
  readonly summary: GroupSummary | null
  /** What the person holds in this line; null as the server writes it, which knows nobody and leaves out what needs the script anyway. */
  readonly own: OwnPlaces | null
  /** What the agency can do today; null when it is not known. */
  readonly agency: AgencyStateView | null
}

/** How long the line is, and the ways into it. The same on the server and in the browser, where it lives on. */
export function GroupAction(props: Props) {
  const { t } = useText()
  const { region, group, service, own } = props
  if (own?.today) return <OwnTicket region={region} timeZone={props.timeZone} ticket={own.today} />
  const isTaking = (props.summary?.closed ?? null) === null && props.agency?.givesNumbers !== false
  return (
    <>
      <GroupStatus summary={props.summary} />
      <div class="ways-in">
        {isTaking && (
          <a class="button main" href={`/${region}?antre=${group}`} data-take={group} data-service={service}>
            <Icon name="ticket" />
            {t('ticket.take')}
          </a>
        )}
        {(own || !isTaking) && (
          <a class={isTaking ? 'button' : 'button main'} href={`/${region}?pesan=${group}`} data-book={group} data-service={service}>
            {t('ticket.book')}
          </a>
        )}
      </div>
      {own && isTaking && (
        <a class="first-please small" href={`/${region}?pilih=${group}`} data-wish={group} data-service={service}>
          {t('ticket.first-please')}
        </a>
      )}
      {own?.later && <OwnTicket region={region} timeZone={props.timeZone} ticket={own.later} />}
    </>
  )
}

function OwnTicket(props: { region: string; timeZone?: string; ticket: TicketView }) {
  const { ticket } = props
  return (
    <a class="button wide own-ticket" href={`/${props.region}`} data-ticket={ticket.id}>
      <Icon name="ticket" />
      {ownWords(ticket, useText(), props.timeZone)}
    </a>
  )
}

function ownWords(ticket: TicketView, { t, language }: Text, zone?: string): string {
  if (ticket.state === 'reserved' && ticket.slotAt) {
    return t('ticket.yours-booked', { day: formatDate(ticket.slotAt, language, zone), time: formatTime(ticket.slotAt, language, zone) })
  }
  // A hyphen that does not break: a number in two halves is no number.
  const label = ticket.label.replace('-', '\u2011')
  if (ticket.ahead === null) return t('ticket.yours', { label })
  return t('ticket.yours-at', { label, place: formatOrdinal(ticket.ahead + 1, language) })
}

/** "3 menunggu · kira-kira 10–25 menit" */
export function GroupStatus(props: { summary: GroupSummary | null }) {
  const { t } = useText()
  const { summary } = props
  if (!summary) return null
  if (summary.closed !== null) {
    return (
      <p class="line-state small is-shut">
        <Icon name="alert" size={18} />
        <span>{t('line.shut', { reason: summary.closed })}</span>
      </p>
    )
  }
  const isOpen = summary.wait !== null
  return (
    <p class="line-state small">
      <span class={isOpen ? 'dot good' : 'dot'} aria-hidden="true" />
      <span>
        {isOpen ? '' : `${t('line.closed')} · `}
        {summary.waiting === 0 ? t('line.empty') : t('line.waiting', { count: summary.waiting })}
        {summary.wait && summary.waiting > 0 && ` · ${formatWait(summary.wait, t)}`}
      </span>
    </p>
  )
}
