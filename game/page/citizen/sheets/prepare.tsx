import type { Service } from '../../../api/index.ts'
import { formatFee, Icon, pick, useText } from '../../shared/index.ts'

/** What to have ready meanwhile, and the official fee with its basis: nobody may ask for more. */
export function Prepare(props: { service: Service }) {
  const { t, language } = useText()
  const { service } = props
  return (
    <>
      <p class="fee-line">
        <Icon name="fee" />
        <span>
          {t('ticket.fee')} <strong>{formatFee(service, language, t)}</strong>
          <span class="basis small">{service.feeBasis}</span>
        </span>
      </p>
      {service.requirements.length > 0 && (
        <div class="prepare">
          <p class="fact-label">{t('ticket.prepare')}</p>
          <ul class="papers">
            {service.requirements.map((paper) => (
              <li key={paper.id}>{pick(paper, language)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
