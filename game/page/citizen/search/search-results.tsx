import type { AgencyStateView, QueueSummary, TicketView } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import { ownPlaces } from '../app/ticket-state.ts'
import { GroupAction } from '../page/group-action.tsx'
import { ServiceDetails } from '../page/service-details.tsx'
import { AgencyNow } from '../sheets/agency-now.tsx'
import type { FoundServices } from './find-services.ts'

type Props = {
  readonly region: string
  readonly timeZone?: string
  readonly query: string
  readonly found: FoundServices
  readonly queue: QueueSummary | null
  readonly tickets: readonly TicketView[]
  readonly agencies: ReadonlyMap<string, AgencyStateView>
}

/** What was found, each with its papers and the way into its line. The same from the server and in the browser. */
export function SearchResults(props: Props) {
  const { found, region, queue, tickets, agencies } = props
  const { t, language } = useText()
  return (
    <section class="results" aria-labelledby="hasil">
      <div class="results-head">
        <div role="status">
          <h2 id="hasil">
            {found.total === 0 ? t('search.none', { query: props.query }) : t('search.found', { count: found.total, query: props.query })}
          </h2>
        </div>
        <a class="button quiet" href={`/${region}`} data-clear-search>
          {t('search.clear')}
        </a>
      </div>
      {found.total === 0 && (
        <div class="stack">
          <p>{t('search.none-next')}</p>
          <ul class="try-words">
            {['1', '2', '3'].map((index) => (
              <li key={index}>
                <a
                  class="button"
                  href={`/${region}?cari=${encodeURIComponent(t(`search.try.${index}`))}`}
                  data-search={t(`search.try.${index}`)}
                >
                  <Icon name="search" size={20} />
                  {t(`search.try.${index}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul class="stack">
        {found.hits.map(({ agency, group, service }, index) => (
          <li key={service.slug} class={`result card wing-${agency.wing}`}>
            <p class="result-agency small">
              <span class="letter small-letter" aria-hidden="true">
                {group.prefix}
              </span>
              {agency.shortName} · {pick(group.name, language)}
            </p>
            <FoundAgency state={agencies.get(agency.slug)} />
            <ServiceDetails service={service} id={`hasil-${service.slug}`} isOpen={index === 0} />
            <div class="group-action">
              <GroupAction
                region={region}
                timeZone={props.timeZone}
                group={group.slug}
                service={service.slug}
                summary={queue?.groups.find((row) => row.group === group.slug) ?? null}
                own={ownPlaces(tickets, { region, group: group.slug, day: queue?.day ?? null })}
                agency={agencies.get(agency.slug) ?? null}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Its hours promise nothing: whether somebody serves now is said where the number is taken. */
function FoundAgency(props: { state: AgencyStateView | undefined }) {
  return props.state ? <AgencyNow state={props.state} part="short" /> : null
}
