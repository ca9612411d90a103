import { Icon, useText } from '../../shared/index.ts'
import type { CheckedExport } from '../check/check-export.ts'
import { formatCount, type RegionClock } from '../region-time.ts'
import { reasonWords } from './reason-words.ts'

/** A record that holds: its figures, and every call out of turn with its reason. */
export function GoodLine({ clock, checked }: { clock: RegionClock; checked: CheckedExport }) {
  const { language, t } = useText()
  const { report } = checked
  if (!report.ok) return null
  const figures = [
    ['issued', report.issued],
    ['calls', report.calls],
    ['jumps', report.jumps.length],
  ] as const
  return (
    <div class="stack">
      <dl class="figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dd class="number">{formatCount(count, language)}</dd>
            <dt>{t(`proof.figure.${name}`)}</dt>
          </div>
        ))}
      </dl>
      {report.jumps.length > 0 && (
        <details class="more">
          <summary>
            <span>{t('proof.jumps', { count: report.jumps.length })}</span>
            <Icon name="down" size={20} />
          </summary>
          <ol class="jumps">
            {report.jumps.map((jump) => (
              <li key={jump.line}>
                <span class="number soft">{clock(jump.atMs)}</span>
                <strong class="number">{jump.label}</strong>
                <span>{reasonWords(jump, t)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <p class="small soft hash-line">
        {t('proof.last-hash')} <code>{report.hash}</code>
      </p>
    </div>
  )
}
