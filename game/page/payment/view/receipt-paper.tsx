import type { PaymentView } from '../../../api/index.ts'
import { formatDate, formatRupiah, formatTime, Icon, Notice, pick, useText } from '../../shared/index.ts'

/** The receipt, to keep or print: amount, regulation, and the hash that binds it into the fee's history. */
export function ReceiptPaper(props: { fee: PaymentView; receipt: NonNullable<PaymentView['receipt']> }) {
  const { fee, receipt } = props
  const { t, language } = useText()
  const paid = fee.paidAt ?? receipt.at
  const rows: readonly [string, string][] = [
    ['amount', formatRupiah(fee.rupiah, language)],
    ['basis', fee.basis],
    ['service', fee.service ? pick(fee.service, language) : fee.tariff],
    ['paid', `${formatDate(paid, language)} ${formatTime(paid, language)}`],
    ['case', fee.number ?? fee.case],
    ['provider', fee.provider.isSimulator ? t('payment.simulator') : fee.provider.name],
  ]
  return (
    <section class={`pay-paper is-${fee.state}`} aria-label={t('payment.receipt')}>
      <Notice tone={fee.state === 'refunded' ? 'plain' : 'good'} isLive>
        <p>
          <strong>{t(`payment.state.${fee.state}`)}</strong>
        </p>
        {fee.refunded && <p>{t('payment.refunded', { reason: fee.refunded.reason, day: formatDate(fee.refunded.at, language) })}</p>}
      </Notice>
      <dl class="pay-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`payment.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">
        {t('payment.hash', { event: receipt.event })} <code>{receipt.hash}</code>
      </p>
      <button type="button" class="button wide no-print" onClick={() => window.print()}>
        <Icon name="paper" size={20} />
        {t('payment.print')}
      </button>
    </section>
  )
}
