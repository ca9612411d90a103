import { useState } from 'preact/hooks'
import type { ReconciliationView, Region } from '../../../api/index.ts'
import { rowOutcomes, type RowOutcome } from '../../../case/index.ts'
import { Busy, formatDate, formatRupiah, formatTime, Notice, useText } from '../../shared/index.ts'
import type { TreasuryApp } from '../state/treasury-app.ts'
import { Frame } from './frame.tsx'

const tones: Readonly<Record<RowOutcome, string>> = { matched: 'good', already: '', 'wrong-amount': 'bad', unknown: 'warn', double: 'warn' }

/** `/admin/rekonsiliasi`: a statement of the bank against what is due. No amount is typed here, or anywhere. */
export function TreasuryView(props: { app: TreasuryApp; url: string; isDemo: boolean }) {
  const { app } = props
  const { t } = useText()
  const [file, setFile] = useState<File | null>(null)
  const region = app.region.value
  return (
    <Frame title={t('payment.treasury')} url={props.url} isDemo={props.isDemo} isWide>
      <p>{t('payment.treasury-words')}</p>
      <form
        class="pay-upload card"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) void file.text().then((csv) => app.send(csv))
        }}
      >
        {app.regions.length > 1 && (
          <div class="field">
            <label for="region">{t('payment.region')}</label>
            <select id="region" value={region} onChange={(event) => app.choose(event.currentTarget.value)}>
              {app.regions.map((one: Region) => (
                <option key={one.slug} value={one.slug}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for="file">{t('payment.file')}</label>
          <input
            id="file"
            type="file"
            accept=".csv,text/csv"
            required
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
          <p class="hint">{t('payment.file-hint')}</p>
        </div>
        <button type="submit" class="button main" disabled={app.isBusy.value}>
          {app.isBusy.value ? <Busy>{t('action.sending')}</Busy> : t('payment.compare')}
        </button>
        {props.isDemo && (
          <a class="button quiet" href={`/api/demo/statement.csv?region=${encodeURIComponent(region)}`}>
            {t('payment.demo-statement')}
          </a>
        )}
      </form>
      {app.problem.value && (
        <Notice tone="bad" isLive>
          {app.problem.value}
        </Notice>
      )}
      {app.reports.value.map((report, index) => (
        <Report key={report.id} report={report} isOpen={index === 0} />
      ))}
    </Frame>
  )
}

function Report(props: { report: ReconciliationView; isOpen: boolean }) {
  const { report } = props
  const { t, language } = useText()
  return (
    <details class="pay-report card" open={props.isOpen}>
      <summary>
        <strong>
          {formatDate(report.at, language)} {formatTime(report.at, language)}
        </strong>
        <code>{report.sha256.slice(0, 8)}</code>
      </summary>
      <ul class="pay-sums">
        {rowOutcomes.map((outcome) => (
          <li key={outcome}>
            <span class={`badge ${tones[outcome]}`}>{t(`payment.outcome.${outcome}`)}</span>
            <strong class="number">{report.sums[outcome].rows}</strong>
            <span class="small soft number">{formatRupiah(report.sums[outcome].rupiah, language)}</span>
          </li>
        ))}
      </ul>
      {report.missing.length > 0 && (
        <Notice tone="warn">
          <p>{t('payment.missing', { count: report.missing.length })}</p>
          <ul>
            {report.missing.map(({ reference, rupiah, day }) => (
              <li key={reference} class="number">
                {day} · {reference} · {formatRupiah(rupiah, language)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="pay-table">
        <table>
          <thead>
            <tr>
              {(['line', 'day', 'reference', 'rupiah', 'outcome'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`payment.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <tr key={row.line}>
                <td class="number">{row.line}</td>
                <td class="number">{row.day}</td>
                <td class="number">{row.reference}</td>
                <td class="number is-right">{formatRupiah(row.rupiah, language)}</td>
                <td>
                  <span class={`badge ${tones[row.outcome]}`}>{t(`payment.outcome.${row.outcome}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
