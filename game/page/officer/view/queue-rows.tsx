import { computed } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import type { OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import type { QueueList } from '../app/queue-lists.ts'
import { minutesSince } from '../app/ticket-time.ts'
import { SubjectName } from './subject-name.tsx'
import { TicketBadges } from './ticket-badges.tsx'

/** One list of the queue. One row takes the Tab key, the arrows go through the rest, Enter opens what can be done. */
export function QueueRows(props: { counter: OfficerCounter; list: QueueList }) {
  const { counter, list } = props
  const { app, layout } = useOfficer()
  const { t } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  // Minutes are shown: drawn anew once a minute, not each second.
  const minute = useMemo(() => computed(() => Math.floor(app.now.value / 60_000) * 60_000), [])
  const tickets = counter[list]
  const stop = Math.max(
    0,
    tickets.findIndex(({ id }) => id === chosen),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.queue-row')]
    const at = rows.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || !rows[to]) return
    event.preventDefault()
    rows[to].focus()
  }
  return (
    <div id="queue-rows" class="queue-rows" role="tabpanel" aria-labelledby={`queue-tab-${list}`}>
      {tickets.length === 0 && <p class="empty-line soft">{t(`officer.list.${list}.empty`)}</p>}
      <ol class="queue-list" onKeyDown={onKeyDown}>
        {tickets.map((ticket, index) => (
          <li key={ticket.id}>
            <Row
              ticket={ticket}
              minutes={
                list === 'reserved'
                  ? null
                  : minutesSince(list === 'skipped' ? (ticket.calledAt ?? ticket.issuedAt) : ticket.issuedAt, minute.value)
              }
              isNext={list === 'waiting' && index === 0 && !counter.current && counter.paused === null}
              isStop={index === stop}
              onFocus={() => setChosen(ticket.id)}
              onClick={() => layout.open({ type: 'ticket', ticket: ticket.id })}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Row(props: {
  ticket: OfficerTicket
  minutes: number | null
  isNext: boolean
  isStop: boolean
  onFocus: () => void
  onClick: () => void
}) {
  const { ticket } = props
  const { t } = useText()
  return (
    <button
      type="button"
      class={props.isNext ? 'queue-row is-next' : 'queue-row'}
      tabIndex={props.isStop ? 0 : -1}
      aria-haspopup="dialog"
      onFocus={props.onFocus}
      onClick={props.onClick}
    >
      <strong class="queue-label number">{ticket.label}</strong>
      <span class="queue-service">
        <SubjectName ticket={ticket} />
      </span>
      {props.minutes !== null && <span class="queue-minutes number small">{t('officer.minutes', { minutes: props.minutes })}</span>}
      <span class="queue-badges">
        <TicketBadges ticket={ticket} />
      </span>
    </button>
  )
}
