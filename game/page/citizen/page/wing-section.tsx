import type { Agency, CounterPlace, QueueSummary, WingSlug } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { AgencyCard } from './agency-card.tsx'

type Props = {
  readonly wing: WingSlug
  readonly region: string
  readonly agencies: readonly Agency[]
  readonly counters: readonly CounterPlace[]
  readonly queue: QueueSummary | null
}

/** One wing under its colour and pictogram. */
export function WingSection(props: Props) {
  const { t } = useText()
  const id = `sayap-${props.wing}`
  return (
    <section class={`wing wing-${props.wing}`} id={id} aria-labelledby={`${id}-nama`}>
      <h2 id={`${id}-nama`} class="wing-head">
        <span class="wing-sign">
          <Icon name={props.wing} size={26} />
        </span>
        {t(`wing.${props.wing}`)}
      </h2>
      {props.agencies.map((agency) => (
        <AgencyCard
          key={agency.slug}
          region={props.region}
          agency={agency}
          counters={props.counters.filter((counter) => counter.agency === agency.slug)}
          queue={props.queue}
        />
      ))}
    </section>
  )
}
