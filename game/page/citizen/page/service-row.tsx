import type { Service } from '../../../api/index.ts'
import { formatFee, pick, useText } from '../../shared/index.ts'

/**
 * A service as one line of the list: name, fee, time, and whether it can be done from here. It opens the service; without a script it is a page.
 * A region has hundreds of them, and all are in the first answer: nothing stands here that the other rows do not need.
 */
export function ServiceRow(props: { service: Service }) {
  const { service } = props
  const { language, t } = useText()
  const fee = formatFee(service, language, t)
  return (
    <a href={`?layanan=${service.slug}`}>
      <strong>{pick(service.name, language)}</strong>
      <small>
        {service.feeRupiah === 0 ? <i>{fee}</i> : fee} · {pick(service.duration, language)}
        {service.isRemote && (
          <>
            {' · '}
            <i>{t('service.remote')}</i>
          </>
        )}
      </small>
    </a>
  )
}
