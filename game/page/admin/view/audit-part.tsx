import { useState } from 'preact/hooks'
import type { AuditBook, AuditBookDay } from '../../../api/index.ts'
import { formatDay, Icon, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { NotYet } from './not-yet.tsx'
import { useLoaded } from './use-loaded.ts'

/** The audit as a shelf of days: what each holds, its seal, and how anybody checks it without trusting this server. */
export function AuditPart() {
  const admin = useAdmin()
  const { t } = useText()
  const { slug } = admin.region.value
  const path = `/api/admin/audit?region=${encodeURIComponent(slug)}`
  const loaded = useLoaded<AuditBook>(path)
  const book = loaded.value
  const more = async () => {
    const last = book?.days.at(-1)
    if (!book || last === undefined) return
    const next = await admin.run(() => admin.call<AuditBook>('GET', `${path}&before=${last.day}`))
    if (next !== null) loaded.put({ ...next, days: [...book.days, ...next.days] })
  }
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.audit')}</h1>
      <p class="soft">{t('admin.audit.how')}</p>
      <AuditCheck file={`audit-${slug}-${book?.days[0]?.day ?? 'HARI'}.jsonl`} />
      {book === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : (
        <>
          <h2>{t('admin.audit.days')}</h2>
          {book.days.length === 0 && <p class="card quiet-card soft">{t('admin.audit.none')}</p>}
          <ul class="audit-days">
            {book.days.map((day) => (
              <li key={day.day} class="card">
                <AuditDayRow region={slug} day={day} />
              </li>
            ))}
          </ul>
          {book.isMore && (
            <button type="button" class="button audit-more" aria-disabled={admin.isBusy.value} onClick={() => void more()}>
              {t('admin.audit.more')}
            </button>
          )}
        </>
      )}
    </section>
  )
}

function AuditDayRow(props: { region: string; day: AuditBookDay }) {
  const { day, lines, hash, isClosed } = props.day
  const { language, t } = useText()
  const name = `${formatDay(day, language)} ${day.slice(0, 4)}`
  return (
    <>
      <span class="audit-day">
        <strong>{name}</strong>
        <span class="small soft">{t('admin.audit.lines', { count: lines })}</span>
      </span>
      <span class={isClosed ? 'badge good' : 'badge'}>{t(isClosed ? 'admin.audit.closed' : 'admin.audit.open')}</span>
      <span class="audit-hash">
        <span class="small soft">{t('admin.audit.hash')}</span>
        <code class="hash">{hash}</code>
      </span>
      <a
        class="button"
        href={`/api/officer/audit/${day}/export?region=${encodeURIComponent(props.region)}`}
        download={`audit-${props.region}-${day}.jsonl`}
        aria-label={t('admin.audit.get-day', { day: name })}
      >
        {t('admin.audit.get')}
      </a>
    </>
  )
}

function AuditCheck(props: { file: string }) {
  const { t } = useText()
  const [isCopied, setCopied] = useState(false)
  const command = `npm run verify-audit -- ${props.file}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command)
      setCopied(true)
    } catch {
      // The line stands there to be selected.
      setCopied(false)
    }
  }
  return (
    <details class="card audit-check">
      <summary>
        {t('admin.audit.check')}
        <Icon name="down" size={20} />
      </summary>
      <div class="duty-body">
        <p>{t('admin.audit.chain')}</p>
        <p>{t('admin.audit.names')}</p>
        <p>{t('admin.audit.run')}</p>
        <div class="command">
          <code>{command}</code>
          <button type="button" class="button" onClick={() => void copy()}>
            {t(isCopied ? 'admin.audit.copied' : 'admin.audit.copy')}
          </button>
        </div>
        <p class="small soft">{t('admin.audit.says')}</p>
      </div>
    </details>
  )
}
