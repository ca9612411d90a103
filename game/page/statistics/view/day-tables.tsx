import type { CatalogueResponse, StatisticsResponse, VisitFigures } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { channelName, counterName, formatMinutes, formatShare, hourName, serviceName } from '../state/figures.ts'

/** The same figures as tables, by service, counter, hour and way in. */
export function DayTables(props: { figures: StatisticsResponse; catalogue: CatalogueResponse }) {
  const { figures, catalogue } = props
  const { language, t } = useText()
  return (
    <div class="tables">
      <Table id="hour" title={t('statistics.by-hour')} rows={figures.byHour} nameOf={(key) => hourName(key, language, t)} />
      <Table id="channel" title={t('statistics.by-channel')} rows={figures.byChannel} nameOf={(key) => channelName(key, t)} />
      <Table id="counter" title={t('statistics.by-counter')} rows={figures.byCounter} nameOf={(key) => counterName(key, catalogue, t)} />
      <Table
        id="service"
        title={t('statistics.by-service')}
        rows={figures.byService}
        nameOf={(key) => serviceName(key, catalogue, language)}
      />
      <p class="small soft">{t('statistics.note')}</p>
    </div>
  )
}

type TableProps = {
  readonly id: string
  readonly title: string
  readonly rows: readonly VisitFigures[]
  readonly nameOf: (key: string) => string
}

function Table({ id, title, rows, nameOf }: TableProps) {
  const { language, t } = useText()
  const minutes = (ms: number | null) => <td>{formatMinutes(ms, language) ?? '–'}</td>
  return (
    <div class="table-part">
      <h2 id={`table-${id}`}>{title}</h2>
      {/* Wider than a phone: it scrolls by itself, also by keyboard. */}
      <div class="card table-scroll" role="region" aria-labelledby={`table-${id}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td rowSpan={2} />
              <th scope="col" rowSpan={2}>
                {t('statistics.people')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('statistics.served')}
              </th>
              <th scope="colgroup" colSpan={2}>
                {t('statistics.no-show')}
              </th>
              <th scope="colgroup" colSpan={2}>
                {t('statistics.wait-minutes')}
              </th>
              <th scope="colgroup" colSpan={2}>
                {t('statistics.service-minutes')}
              </th>
            </tr>
            <tr class="second">
              <th scope="col">{t('statistics.people')}</th>
              <th scope="col">{t('statistics.share')}</th>
              <th scope="col">{t('statistics.median')}</th>
              <th scope="col">{t('statistics.p90')}</th>
              <th scope="col">{t('statistics.median')}</th>
              <th scope="col">{t('statistics.p90')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row.key)}</th>
                <td>{row.count}</td>
                <td>{row.served}</td>
                <td>{row.noShow}</td>
                <td>{formatShare(row.noShow, row.count, language) ?? '–'}</td>
                {minutes(row.waitMedianMs)}
                {minutes(row.waitP90Ms)}
                {minutes(row.serviceMedianMs)}
                {minutes(row.serviceP90Ms)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
