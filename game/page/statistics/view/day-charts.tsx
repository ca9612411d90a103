import { useMemo } from 'preact/hooks'
import type { CatalogueResponse, StatisticsResponse } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { Chart } from '../charts/chart.tsx'
import type { ChartSpec } from '../charts/chart-spec.ts'
import { wholeHours } from '../state/figures.ts'

/** The day in three pictures: who came when, how long they waited, how long each counter took. */
export function DayCharts(props: { figures: StatisticsResponse; catalogue: CatalogueResponse }) {
  const { figures, catalogue } = props
  const { t } = useText()
  const specs = useMemo(() => chartsOf(figures, catalogue, t), [figures, catalogue])
  return (
    <div class="charts">
      <Chart title={t('statistics.chart.people')} unit={t('statistics.chart.by-hour')} spec={specs.people} />
      <Chart title={t('statistics.chart.wait')} unit={t('statistics.chart.minutes-by-hour')} spec={specs.wait} />
      {specs.counters.labels.length > 0 && (
        <Chart title={t('statistics.chart.service')} unit={t('statistics.chart.minutes-by-counter')} spec={specs.counters} />
      )}
    </div>
  )
}

const minutes = (ms: number | null): number | null => (ms === null ? null : ms / 60_000)

function chartsOf(
  figures: StatisticsResponse,
  catalogue: CatalogueResponse,
  t: (key: string) => string,
): Record<'people' | 'wait' | 'counters', ChartSpec> {
  const hours = wholeHours(figures.byHour)
  const labels = hours.map(({ key }) => key)
  const label = (id: string): string | undefined => catalogue.counters.find((place) => place.id === id)?.label
  const counters = figures.byCounter
    .filter(({ key, serviceMedianMs }) => key !== '' && serviceMedianMs !== null)
    .map((row) => ({ ...row, label: label(row.key) ?? row.key }))
    .sort((a, b) => a.label.localeCompare(b.label, 'id', { numeric: true }))
  return {
    people: {
      shape: 'stacked',
      labels,
      series: [
        { name: t('statistics.served'), colour: 1, values: hours.map(({ served }) => served) },
        { name: t('statistics.no-show'), colour: 2, values: hours.map(({ noShow }) => noShow) },
        { name: t('statistics.others'), colour: 3, values: hours.map(({ count, served, noShow }) => Math.max(0, count - served - noShow)) },
      ],
    },
    wait: {
      shape: 'lines',
      labels,
      series: [
        { name: t('statistics.p90'), colour: 2, values: hours.map(({ waitP90Ms }) => minutes(waitP90Ms)) },
        { name: t('statistics.median'), colour: 1, values: hours.map(({ waitMedianMs }) => minutes(waitMedianMs)) },
      ],
    },
    counters: {
      shape: 'beside',
      labels: counters.map((row) => row.label),
      series: [
        { name: t('statistics.median'), colour: 1, values: counters.map(({ serviceMedianMs }) => minutes(serviceMedianMs)) },
        { name: t('statistics.p90'), colour: 2, values: counters.map(({ serviceP90Ms }) => minutes(serviceP90Ms)) },
      ],
    },
  }
}
