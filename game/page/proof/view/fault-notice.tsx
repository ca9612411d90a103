import { Notice, useText } from '../../shared/index.ts'
import type { CheckedExport } from '../check/check-export.ts'
import { formatCount } from '../region-time.ts'

/** The first broken line, what is wrong with it, and what still holds. */
export function FaultNotice({ checked }: { checked: CheckedExport }) {
  const { language, t } = useText()
  const { report } = checked
  if (report.ok) return null
  const line = formatCount(report.line, language)
  const isHead = report.reason === 'broken-link' && report.line <= 1
  return (
    <Notice tone="bad">
      <p>
        <strong>{t(report.line === 0 ? 'proof.fault.head' : 'proof.fault.line', { line })}</strong>
      </p>
      <p>{t(isHead ? 'proof.fault.broken-head' : `proof.fault.${report.reason}`)}</p>
      <p>{report.line > 1 ? t('proof.fault.before', { count: formatCount(report.line - 1, language) }) : t('proof.fault.nothing')}</p>
      <details class="more">
        <summary class="small">{t('proof.fault.details')}</summary>
        <code class="small">{report.detail}</code>
      </details>
    </Notice>
  )
}
