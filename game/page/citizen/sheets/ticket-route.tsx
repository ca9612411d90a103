import type { Agency, TicketView } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'

/** The services that follow in this visit with the same ticket; nothing when there are none, or the catalogue has not come. */
export function TicketRoute(props: { ticket: TicketView; agencies: readonly Agency[] }) {
  const { t, language } = useText()
  const stops = props.ticket.route.flatMap((stop) => {
    const agency = props.agencies.find(({ groups }) => groups.some(({ slug }) => slug === stop.group))
    const group = agency?.groups.find(({ slug }) => slug === stop.group)
    const name = group?.services.find(({ slug }) => slug === stop.service)?.name ?? group?.name
    return agency && name ? [{ key: `${stop.group}/${stop.service ?? ''}`, agency: agency.shortName, name: pick(name, language) }] : []
  })
  if (stops.length === 0) return null
  return (
    <div class="prepare">
      <p class="fact-label">{t('ticket.route')}</p>
      <ol class="papers">
        {stops.map(({ key, agency, name }) => (
          <li key={key}>
            {name} <span class="soft small">{agency}</span>
          </li>
        ))}
      </ol>
      <p class="small soft">{t('ticket.route-words')}</p>
    </div>
  )
}
