import type { KioskTicket } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { codeInFours } from './code-letters.ts'
import { placeOfTicket, ticketAddress } from './place-of-ticket.ts'
import { QrCode } from './qr-code.tsx'
import { ticketWords } from './ticket-words.ts'

/** What the thermal printer puts on 80 mm of paper; on the screen it is not there. */
export function PaperTicket(props: { app: KioskApp; found: KioskTicket }) {
  const { app, found } = props
  const text = useText()
  const { t, language } = text
  const { ticket, code } = found
  const { region } = app.catalogue
  const { agency, group, service, counters } = placeOfTicket(app, ticket)
  const issued = new Date(ticket.issuedAt)
  const when = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: region.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(issued)
  const words = ticketWords(ticket, counters, text)
  return (
    <div class="paper" aria-hidden="true">
      <p class="paper-head">
        <strong>{t('kiosk.paper.mall')}</strong>
        <span>{region.name}</span>
        {region.isDemo && <span>{t('kiosk.demo')}</span>}
      </p>
      <p class="paper-line">{group ? pick(group.name, language) : ticket.group}</p>
      <p class="paper-label">{ticket.label}</p>
      <p class="paper-agency">{agency?.name}</p>
      {service && <p>{pick(service.name, language)}</p>}
      <p class="paper-words">{words.place}</p>
      <p>{words.next}</p>
      <QrCode text={ticketAddress(code)} name="" />
      <p class="paper-code">{codeInFours(code)}</p>
      <p class="paper-small">{t('kiosk.paper.follow')}</p>
      <p class="paper-small">{t('kiosk.paper.fees')}</p>
      <p class="paper-small">{when}</p>
    </div>
  )
}
