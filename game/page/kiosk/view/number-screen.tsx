import { useEffect } from 'preact/hooks'
import type { KioskTicket } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { codeInFours } from '../ticket/code-letters.ts'
import { placeOfTicket, ticketAddress } from '../ticket/place-of-ticket.ts'
import { QrCode } from '../ticket/qr-code.tsx'
import { ticketWords } from '../ticket/ticket-words.ts'
import { PrioritySign } from './priority-sign.tsx'
import { useScreenFocus } from './use-screen-focus.ts'

/** The number, as large as the screen allows; where it stands; and how to take it along, on paper or on a phone. */
export function NumberScreen(props: { app: KioskApp; found: KioskTicket; isNew: boolean }) {
  const { app, isNew } = props
  const { ticket, code } = props.found
  const text = useText()
  const { t, language } = text
  const heading = useScreenFocus()
  const { agency, group, counters } = placeOfTicket(app, ticket)
  const words = ticketWords(ticket, counters, text)
  useEffect(() => {
    if (isNew && app.printsAlone) window.print()
  }, [])
  return (
    <main class="screen number-screen">
      <section class={`big-ticket wing-${agency?.wing ?? 'none'} ${words.isCalled ? 'is-called' : ''}`}>
        <h1 ref={heading} tabIndex={-1}>
          <span class="big-title">{t(isNew ? 'kiosk.number' : 'kiosk.number.again')}</span>{' '}
          <span class={`big-label number chars-${Math.min(7, Math.max(5, ticket.label.length))}`}>{ticket.label}</span>
        </h1>
        <p class="big-line">
          {group ? pick(group.name, language) : ticket.group} · {agency?.shortName}
        </p>
        {ticket.priority && (
          <p class="big-priority">
            <PrioritySign reason={ticket.priority} />
            {t('kiosk.number.priority', { reason: t(`kiosk.priority.${ticket.priority}`) })}
          </p>
        )}
        <div aria-live="polite">
          <p class="big-place">{words.place}</p>
          <p>{words.next}</p>
        </div>
      </section>
      <section class="take-along" aria-label={t('kiosk.along')}>
        <div class="along-phone">
          <QrCode text={ticketAddress(code)} name={t('kiosk.along.qr')} />
          <div>
            <p class="along-how">{t('kiosk.along.how')}</p>
            <p class="along-code">
              <span>{t('kiosk.code.is')}</span> <strong class="number">{codeInFours(code)}</strong>
            </p>
          </div>
        </div>
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="paper" size={32} />
          {t(app.printsAlone && isNew ? 'kiosk.print.again' : 'kiosk.print')}
        </button>
      </section>
    </main>
  )
}
