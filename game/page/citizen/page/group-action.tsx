import type { GroupSummary, TicketView } from '../../../api/index.ts'
import { formatOrdinal, formatWait, Icon, useText } from '../../shared/index.ts'

type Props = {
  readonly region: string
  readonly group: string
  /** The service that the person looked at, when it was one. */
  readonly service?: string
  readonly summary: GroupSummary | null
  /** The person's own live ticket in this line. */
  readonly ticket: TicketView | null
}

/** How long the line is, and the way into it. The same on the server and in the browser, where it lives on. */
export function GroupAction(props: Props) {
  const { t, language } = useText()
  const { ticket } = props
  if (ticket) {
    return (
      <a class="button wide own-ticket" href={`/${props.region}`} data-ticket={ticket.id}>
        <Icon name="ticket" />
        {ticket.ahead === null
          ? t('ticket.yours', { label: ticket.label })
          : t('ticket.yours-at', { label: ticket.label, place: formatOrdinal(ticket.ahead + 1, language) })}
      </a>
    )
  }
  return (
    <>
      <GroupStatus summary={props.summary} />
      <a class="button main wide" href={`/${props.region}?antre=${props.group}`} data-take={props.group} data-service={props.service}>
        <Icon name="ticket" />
        {t('ticket.take')}
      </a>
    </>
  )
}

/** "3 menunggu · kira-kira 10–18 menit" */
export function GroupStatus(props: { summary: GroupSummary | null }) {
  const { t } = useText()
  const { summary } = props
  if (!summary) return null
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
