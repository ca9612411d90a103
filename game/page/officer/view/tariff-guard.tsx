import type { Service } from '../../../api/index.ts'
import { formatFee, Icon, pick, useText } from '../../shared/index.ts'

/** The official fee with the regulation that sets it, always in sight while somebody is served. The citizen sees the same. */
export function TariffGuard(props: { service: Service }) {
  const { feeRupiah, feeNote, feeBasis } = props.service
  const { language, t } = useText()
  const fee = feeRupiah === null ? t('officer.fee.depends') : formatFee({ feeRupiah }, language, t)
  return (
    <aside class="tariff" aria-label={t('officer.fee.guard')}>
      <Icon name="fee" size={28} />
      <div>
        <p class="tariff-line">
          <strong>{t('officer.fee', { fee })}</strong> — {feeBasis}
        </p>
        <p class="small">
          {feeNote ? `${pick(feeNote, language)} ` : ''}
          {t(feeRupiah === 0 ? 'officer.fee.nothing' : 'officer.fee.no-more')}
        </p>
      </div>
    </aside>
  )
}
