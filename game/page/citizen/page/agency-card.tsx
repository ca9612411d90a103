import type { Agency, CounterPlace, QueueSummary, ServiceGroup } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import { CounterLink } from './counter-link.tsx'
import { GroupAction } from './group-action.tsx'
import { ServiceRow } from './service-row.tsx'

type Props = {
  readonly region: string
  readonly agency: Agency
  readonly counters: readonly CounterPlace[]
  readonly queue: QueueSummary | null
}

/** An agency, closed at first: who it is; open: its counters, its lines of people and their services. */
export function AgencyCard(props: Props) {
  const { agency, region, counters, queue } = props
  const { t } = useText()
  const services = agency.groups.reduce((sum, group) => sum + group.services.length, 0)
  return (
    <details class="agency card" id={`instansi-${agency.slug}`}>
      <summary class="agency-head">
        <span class="agency-words">
          <strong>{agency.shortName}</strong>
          <span class="soft small">{agency.name === agency.shortName ? '' : agency.name}</span>
          <span class="soft small">
            {t('page.services', { count: services })}
            {counters.length > 0 && ` · ${t('page.counters', { labels: counters.map((counter) => counter.label).join(', ') })}`}
          </span>
          <span data-live-agency={agency.slug} data-part="short" />
        </span>
        <Icon name="down" class="turn" />
      </summary>
      <div class="agency-live" data-live-agency={agency.slug} data-part="rest" />
      {counters.length > 0 && (
        <ul class="counters">
          {counters.map((counter) => (
            <li key={counter.id} data-live-counter={counter.id} data-label={counter.label}>
              <CounterLink
                region={region}
                id={counter.id}
                label={counter.label}
                summary={queue?.counters.find((row) => row.counter === counter.id) ?? null}
              />
            </li>
          ))}
        </ul>
      )}
      {agency.groups.map((group) => (
        <Group key={group.slug} region={region} agency={agency.slug} group={group} queue={queue} />
      ))}
    </details>
  )
}

function Group(props: { region: string; agency: string; group: ServiceGroup; queue: QueueSummary | null }) {
  const { region, group, queue } = props
  const { language, t } = useText()
  return (
    <section class="group" aria-labelledby={`kelompok-${group.slug}`}>
      <div class="group-head">
        <span class="letter" aria-hidden="true">
          {group.prefix}
        </span>
        <h3 id={`kelompok-${group.slug}`}>
          <span class="visually-hidden">{t('page.letter', { prefix: group.prefix })} </span>
          {pick(group.name, language)}
        </h3>
      </div>
      <div class="group-action" data-live-group={group.slug} data-agency={props.agency}>
        <GroupAction
          region={region}
          group={group.slug}
          summary={queue?.groups.find((row) => row.group === group.slug) ?? null}
          own={null}
          agency={null}
        />
      </div>
      <ul class="services rows">
        {group.services.map((service) => (
          <li key={service.slug}>
            <ServiceRow service={service} />
          </li>
        ))}
      </ul>
    </section>
  )
}
