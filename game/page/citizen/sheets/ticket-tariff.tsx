import { useEffect } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { formatFee, Icon, useText } from '../../shared/index.ts'
import { LevyButton } from '../../shared/levy/index.ts'
import { useCitizen } from '../app/app-context.tsx'

/** The official fee of what a ticket is for, with the regulation that sets it: said where somebody might ask for more. Nothing while it is not known. */
export function TicketTariff(props: { ticket: TicketView; class?: string }) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const { region, agency, group, service } = props.ticket
  const isHere = region === app.region?.slug
  useEffect(() => {
    if (isHere) app.loadCatalogue().catch(() => undefined)
  }, [])
  const line = isHere
    ? app.catalogue.value?.agencies.find(({ slug }) => slug === agency)?.groups.find(({ slug }) => slug === group)
    : undefined
  const found = line?.services.find(({ slug }) => slug === service)
  if (!found) return null
  return (
    <p class={props.class ?? 'fee-line'}>
      <Icon name="fee" />
      <span>
        {t('ticket.fee')} <strong>{formatFee(found, language, t)}</strong> <span class="basis small">{found.feeBasis}</span>
      </span>
    </p>
  )
}

/** Over a talk: the fee, and the way to say that somebody asked for more. */
export function TalkTariff(props: { ticket: TicketView }) {
  const { ticket } = props
  return (
    <div class="talk-tariff">
      <TicketTariff ticket={ticket} class="talk-fee" />
      <LevyButton about={{ region: ticket.region, ticket: ticket.id }} isSmall />
    </div>
  )
}
