import type { Service } from '../../../api/index.ts'
import { formatFee, Icon, pick, useText } from '../../shared/index.ts'

type Props = {
  readonly service: Service
  readonly id: string
  readonly isOpen?: boolean
  /** The line that a number for this very service is taken in; left out where the button stands beside. */
  readonly take?: { readonly region: string; readonly group: string }
}

/** A service: its name, fee and time closed; the papers and the legal basis of the fee open. */
export function ServiceDetails(props: Props) {
  const { service, take } = props
  const { language, t } = useText()
  const fee = formatFee(service, language, t)
  return (
    <details class="service" id={props.id} open={props.isOpen}>
      <summary>
        <span class="service-words">
          <span class="service-name">{pick(service.name, language)}</span>
          <span class="service-facts small">
            <span class={service.feeRupiah === 0 ? 'is-free' : undefined}>{fee}</span>
            <span>{pick(service.duration, language)}</span>
            {service.isRemote && (
              <span class="badge good">
                <Icon name="home" size={16} />
                {t('service.remote')}
              </span>
            )}
          </span>
        </span>
        <Icon name="down" size={20} class="turn" />
      </summary>
      <div class="service-body">
        <p class="fact-label">{t('service.requirements')}</p>
        {service.requirements.length === 0 ? (
          <p>{t('service.no-requirements')}</p>
        ) : (
          <ul class="papers">
            {service.requirements.map((paper) => (
              <li key={paper.id}>{pick(paper, language)}</li>
            ))}
          </ul>
        )}
        <dl class="facts">
          <div>
            <dt>{t('service.fee')}</dt>
            <dd>
              {fee}
              {service.feeRupiah !== null && service.feeNote && <span class="soft"> · {pick(service.feeNote, language)}</span>}
              <span class="basis small">
                {t('service.fee-basis')}: {service.feeBasis}
              </span>
            </dd>
          </div>
          <div>
            <dt>{t('service.duration')}</dt>
            <dd>{pick(service.duration, language)}</dd>
          </div>
          <div>
            <dt>{t('service.place')}</dt>
            <dd>{t(service.isRemote ? 'service.place.remote' : 'service.place.visit')}</dd>
          </div>
        </dl>
        <a class="button wide" href={`?layanan=${service.slug}`}>
          {t('service.more')}
        </a>
        {take && (
          <a
            class="button main wide"
            href={`/${take.region}?antre=${take.group}`}
            data-take-service={take.group}
            data-service={service.slug}
          >
            {t('ticket.take')}
          </a>
        )}
      </div>
    </details>
  )
}
