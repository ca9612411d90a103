import type { CaseFee } from '../../../../api/index.ts'
import { formatFee, Icon, pick, useText } from '../../../shared/index.ts'

/** The official fee with the regulation that sets it. It comes from the tariff alone: there is nothing here to type into. The citizen sees the same. */
export function CaseFeeGuard(props: { fee: CaseFee | null }) {
  const { fee } = props
  const { language, t } = useText()
  if (fee === null) return null
  const amount = fee.rupiah === null ? t('officer.fee.depends') : formatFee({ feeRupiah: fee.rupiah }, language, t)
  return (
    <aside class="tariff" aria-label={t('officer.fee.guard')}>
      <Icon name="fee" size={28} />
      <div>
        <p class="tariff-line">
          <strong>{t('officer.fee', { fee: amount })}</strong> — {fee.basis}
        </p>
        <p class="small">
          {pick(fee.name, language)}. {fee.note ? `${pick(fee.note, language)} ` : ''}
          {t(`cases.fee.${fee.state}`)}
        </p>
      </div>
    </aside>
  )
}
