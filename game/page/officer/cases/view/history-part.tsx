import type { OfficerCaseView } from '../../../../api/index.ts'
import { formatDate, formatTime, pick, useText } from '../../../shared/index.ts'
import { useCases } from './case-context.ts'

/** What happened, the latest first. Roles only: an officer's name is nobody's business here. */
export function HistoryPart(props: { current: OfficerCaseView }) {
  const { history, contactAt, deviceAt } = props.current
  const { catalogue } = useCases()
  const { language, t } = useText()
  const zone = catalogue.value?.region.timeZone
  const told = (iso: string) => `${formatDate(iso, language, zone)}, ${formatTime(iso, language, zone)}`
  return (
    <section class="case-part" aria-labelledby="history-title">
      <h3 id="history-title">{t('cases.history')}</h3>
      <p class="small soft">
        {t('cases.history.contact', { time: told(contactAt) })}
        {deviceAt !== null && ` ${t('cases.history.device', { time: told(deviceAt) })}`}
      </p>
      <ol class="case-history">
        {[...history].reverse().map((line) => (
          <li key={`${line.at}/${line.event}`}>
            <time dateTime={line.at} class="small soft number">
              {told(line.at)}
            </time>
            <span>
              {pick(line.words, language)} <span class="small soft">{t(`cases.role.${line.role}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
