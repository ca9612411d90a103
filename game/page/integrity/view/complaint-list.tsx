import type { OfficerComplaintRow } from '../../../api/index.ts'
import { complaintClasses } from '../../../case/index.ts'
import { Busy, formatDate, pick, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'
import { Row } from './row.tsx'

const isOpen = ({ state }: OfficerComplaintRow): boolean => state === 'received' || state === 'in-hand'

/** Complaints that this officer may handle: those that wait for an answer first, the earliest due on top. */
export function ComplaintList(props: { app: IntegrityApp }) {
  const { app } = props
  const { t } = useText()
  const rows = app.complaints.value
  if (rows === null) return <Busy>{t('integrity.loading')}</Busy>
  if (rows.length === 0) return <p class="soft">{t('integrity.complaints.none')}</p>
  const open = rows.filter(isOpen)
  const rest = rows.filter((row) => !isOpen(row))
  return (
    <>
      <h2>{t('integrity.open', { count: open.length })}</h2>
      <Rows app={app} rows={open} />
      {rest.length > 0 && <h2>{t('integrity.rest', { count: rest.length })}</h2>}
      <Rows app={app} rows={rest} />
    </>
  )
}

function Rows(props: { app: IntegrityApp; rows: readonly OfficerComplaintRow[] }) {
  const { app } = props
  const { t, language } = useText()
  const { region, agencies } = app.catalogue
  const paper = app.paper.value
  return (
    <ul class="desk-rows">
      {props.rows.map((row) => (
        <Row
          key={row.id}
          number={row.number}
          words={`${pick(complaintClasses[row.kind].name, language)} · ${agencies.find(({ slug }) => slug === row.agency)?.shortName ?? ''}`}
          badge={t(row.holder === 'me' ? 'integrity.mine' : `integrity.complaint.${row.state}`)}
          tone={row.isLate && isOpen(row) ? 'bad' : row.holder === 'me' ? 'good' : ''}
          isOpen={paper?.kind === 'complaint' && paper.complaint.id === row.id}
          onOpen={() => void app.openComplaint(row.id)}
        >
          {row.dueAt
            ? t(row.isLate ? 'integrity.late' : 'integrity.due', { day: formatDate(row.dueAt, language, region.timeZone) })
            : formatDate(row.sentAt, language, region.timeZone)}
          {row.reopenings > 0 && ` · ${t('integrity.reopened', { count: row.reopenings })}`}
        </Row>
      ))}
    </ul>
  )
}
