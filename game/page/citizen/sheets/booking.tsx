import { useEffect, useState } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { formatTime, Notice, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { zoneOf } from '../app/ticket-state.ts'
import { ActionButton } from './action-button.tsx'
import { checkInAt, timeLeft } from './check-in.ts'
import { clockOf } from './clock-of.ts'
import { useTicketAction } from './ticket-actions.ts'

/** A booking: its day and time, and the check-in, which begins shortly before and ends shortly after. */
export function Booking(props: { ticket: TicketView }) {
  const { app } = useCitizen()
  const text = useText()
  const { t, language } = text
  const { id, checkIn } = props.ticket
  const nowMs = useNow()
  const zone = zoneOf(app, props.ticket)
  if (!checkIn) return null
  const step = checkInAt(checkIn, nowMs)
  return (
    <>
      <p class="centred">
        {t('booking.window', { from: clockOf(checkIn.from, text, zone), until: formatTime(checkIn.until, language, zone) })}
      </p>
      {step.type === 'late' ? (
        <Late ticket={props.ticket} />
      ) : (
        <>
          <ActionButton ticket={id} action="check-in" isDisabled={step.type === 'early'}>
            {t('booking.check-in')}
          </ActionButton>
          <p class="small soft centred" role="timer">
            {t(step.type === 'early' ? 'booking.opens-in' : 'booking.closes-in', { time: timeLeft(step.leftMs, text) })}
          </p>
          <p class="small soft centred">{t('booking.words')}</p>
        </>
      )}
    </>
  )
}

function Late(props: { ticket: TicketView }) {
  const { taker } = useCitizen()
  const { t } = useText()
  const { id, region, group, service, priority } = props.ticket
  const { isBusy, problem, run } = useTicketAction(id)
  // A person holds one place in a line and day: the booking goes first.
  const takeInstead = async () => {
    if (await run('cancel')) taker.take({ region, group, service, priority })
  }
  return (
    <>
      <Notice tone="warn" isLive>
        {t('booking.late')}
      </Notice>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <button type="button" class="button main wide large" disabled={isBusy} onClick={() => void takeInstead()}>
        {t('ticket.take')}
      </button>
    </>
  )
}

/** Now, a second at a time, while this is looked at. */
function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
