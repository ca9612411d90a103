import type { CaseView } from '../../../../api/index.ts'
import { formatDate, formatTime, pick, useText } from '../../../shared/index.ts'

/** What has happened, the newest first, in everyday words. @param props.zone of the office; undefined: of this device */
export function CaseHistory(props: { history: CaseView['history']; zone: string | undefined }) {
  const { t, language } = useText()
  return (
    <section class="case-history card">
      <h2>{t('case.history')}</h2>
      <ol>
        {props.history.toReversed().map((line) => (
          <li key={`${line.at} ${line.event}`}>
            <span class="small soft">
              {formatDate(line.at, language, props.zone)} {formatTime(line.at, language, props.zone)}
            </span>
            <span>{pick(line.words, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
