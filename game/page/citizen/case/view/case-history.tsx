import type { CaseView } from '../../../../api/index.ts'
import { formatDate, formatTime, pick, useText } from '../../../shared/index.ts'

/** What has happened, the newest first, in everyday words. */
export function CaseHistory(props: { history: CaseView['history'] }) {
  const { t, language } = useText()
  return (
    <section class="case-history card">
      <h2>{t('case.history')}</h2>
      <ol>
        {props.history.toReversed().map((line) => (
          <li key={`${line.at} ${line.event}`}>
            <span class="small soft">
              {formatDate(line.at, language)} {formatTime(line.at, language)}
            </span>
            <span>{pick(line.words, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
