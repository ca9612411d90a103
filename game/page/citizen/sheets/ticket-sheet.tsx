import { useEffect } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { formatDate, formatTime, Icon, pick, Sheet, useText } from '../../shared/index.ts'
import { LevyButton } from '../../shared/levy/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isLive, zoneOf } from '../app/ticket-state.ts'
import { CancelTicket } from './cancel-ticket.tsx'
import { clockOf } from './clock-of.ts'
import { Prepare } from './prepare.tsx'
import { TicketNow } from './ticket-now.tsx'
import { Receipt } from './ticket-receipt.tsx'
import { TicketRoute } from './ticket-route.tsx'

/** A number and all that can be done with it. */
export function TicketSheet(props: { ticket: string }) {
  const { app } = useCitizen()
  const text = useText()
  const { t, language } = text
  const ticket = app.tickets.value.find((row) => row.id === props.ticket)
  const isHere = ticket !== undefined && ticket.region === app.region?.slug
  useEffect(() => {
    if (isHere) app.loadCatalogue().catch(() => undefined)
  }, [])
  if (!ticket) return null
  const agency = isHere ? app.catalogue.value?.agencies.find((row) => row.slug === ticket.agency) : undefined
  const group = agency?.groups.find((row) => row.slug === ticket.group)
  const service = group?.services.find((row) => row.slug === ticket.service)
  const isBooking = ticket.state === 'reserved'
  const zone = zoneOf(app, ticket)
  return (
    <Sheet title={t(isBooking ? 'ticket.booking-title' : 'ticket.title')} onClose={() => app.close()}>
      <div class="stack">
        <div class={`paper-ticket state-${ticket.state}${agency ? ` wing-${agency.wing}` : ''}`}>
          <p class="small soft">{agency?.name ?? t('ticket.number')}</p>
          {isBooking && ticket.slotAt ? (
            <>
              <p class="paper-day">{formatDate(ticket.slotAt, language, zone)}</p>
              <p class="paper-number number">{clockOf(ticket.slotAt, text, zone)}</p>
            </>
          ) : (
            <p class="paper-number number">{ticket.label}</p>
          )}
          {group && <p>{pick(service?.name ?? group.name, language)}</p>}
          {ticket.priority && <p class="badge good">{t('ticket.first')}</p>}
          <p class="small soft">
            {isBooking
              ? t('ticket.booking-code', { code: ticket.label })
              : t('ticket.taken-at', { time: formatTime(ticket.issuedAt, language, zone) })}
          </p>
        </div>
        <TicketNow ticket={ticket} />
        {isLive(ticket) && isHere && app.showWay.value && (
          <button
            type="button"
            class="button wide"
            onClick={() => {
              app.close()
              app.showWay.value?.(ticket)
            }}
          >
            <Icon name="place" />
            {t('ticket.way')}
          </button>
        )}
        {service && isLive(ticket) && <Prepare service={service} />}
        {isLive(ticket) && <TicketRoute ticket={ticket} agencies={(isHere && app.catalogue.value?.agencies) || []} />}
        {ticket.state !== 'cancelled' && <LevyButton about={{ region: ticket.region, ticket: ticket.id }} />}
        {canCancel(ticket) && <CancelTicket ticket={ticket} />}
        {ticket.isSurveyDue && (
          <button type="button" class="button main wide" onClick={() => app.open({ kind: 'survey', ticket: ticket.id })}>
            {t('survey.open')}
          </button>
        )}
        {ticket.receipt && <Receipt ticket={ticket} receipt={ticket.receipt} />}
      </div>
    </Sheet>
  )
}

function canCancel({ state, rejoinBehind }: TicketView): boolean {
  return state === 'waiting' || state === 'reserved' || state === 'parked' || (state === 'skipped' && rejoinBehind !== null)
}
