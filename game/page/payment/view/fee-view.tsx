import { useEffect } from 'preact/hooks'
import type { PaymentView } from '../../../api/index.ts'
import { paymentMethods } from '../../../case/index.ts'
import { Busy, formatDate, formatRupiah, formatTime, Icon, Notice, pick, useText } from '../../shared/index.ts'
import { shownReference } from '../payment-path.ts'
import type { FeeApp } from '../state/fee-app.ts'
import { Frame } from './frame.tsx'
import { QrPicture } from './qr-picture.tsx'
import { ReceiptPaper } from './receipt-paper.tsx'

/** `/bayar/CASE`: what is due by which regulation, how to pay it, and the receipt. */
export function FeeView(props: { app: FeeApp; url: string }) {
  const { app } = props
  const { t } = useText()
  useEffect(() => void app.look(), [])
  const fee = app.fee.value
  const title = t(fee?.receipt ? 'payment.receipt' : 'payment.title')
  return (
    <Frame title={title} url={props.url} isDemo={fee?.provider.isSimulator ?? false}>
      {fee === null ? app.problem.value === null && <Busy>{t('payment.loading')}</Busy> : <Fee app={app} fee={fee} />}
      {app.problem.value && (
        <Notice tone="bad" isLive>
          <p>{app.problem.value}</p>
          {fee === null && (
            <button type="button" class="button" onClick={() => void app.look()}>
              {t('action.retry')}
            </button>
          )}
        </Notice>
      )}
      {app.problem.value && fee === null && (
        <a class="button quiet" href="/perkara">
          {t('payment.back')}
        </a>
      )}
    </Frame>
  )
}

function Fee(props: { app: FeeApp; fee: PaymentView }) {
  const { app, fee } = props
  const { t, language } = useText()
  const paper = (
    <a class="button quiet" href={`/perkara/${encodeURIComponent(fee.case)}`}>
      {t('payment.back')}
    </a>
  )
  if (fee.state === 'exempt') {
    return (
      <>
        <Amount fee={fee} />
        <Notice tone="good" isLive>
          {t('payment.exempt')}
        </Notice>
        {paper}
      </>
    )
  }
  return (
    <>
      {fee.receipt ? <ReceiptPaper fee={fee} receipt={fee.receipt} /> : <Amount fee={fee} />}
      {fee.strays.map((stray) => (
        <Notice key={stray.at} tone="warn">
          {t(`payment.stray.${stray.why}`, { amount: formatRupiah(stray.rupiah, language) })}
        </Notice>
      ))}
      {fee.state === 'due' && (fee.current ? <Reference app={app} fee={fee} /> : null)}
      {fee.state === 'due' && <Methods app={app} fee={fee} />}
      {paper}
      <p class="small soft">{t('payment.hands')}</p>
    </>
  )
}

function Amount(props: { fee: PaymentView }) {
  const { t, language } = useText()
  const { rupiah, basis, service } = props.fee
  return (
    <section class="pay-amount card" aria-label={t('payment.official')}>
      <p class="soft">{service ? pick(service, language) : t('payment.official')}</p>
      <p class="pay-rupiah number">{rupiah === 0 ? t('fee.free') : formatRupiah(rupiah, language)}</p>
      <p class="small">
        {t('payment.basis')} <strong>{basis}</strong>
      </p>
    </section>
  )
}

function Methods(props: { app: FeeApp; fee: PaymentView }) {
  const { app, fee } = props
  const { t } = useText()
  return (
    <section class="stack" aria-labelledby="methods-title">
      <h2 id="methods-title">{t(fee.current ? 'payment.other' : 'payment.how')}</h2>
      <div class="pay-methods">
        {paymentMethods
          .filter((method) => method !== fee.current?.method)
          .map((method) => (
            <button key={method} type="button" class="pay-method card" disabled={app.isBusy.value} onClick={() => void app.choose(method)}>
              <span>
                <strong>{t(`payment.method.${method}`)}</strong>
                <span class="soft small">{t(`payment.method.${method}.words`)}</span>
              </span>
              <Icon name="next" size={20} />
            </button>
          ))}
      </div>
    </section>
  )
}

function Reference(props: { app: FeeApp; fee: PaymentView }) {
  const { app, fee } = props
  const { t, language } = useText()
  const { current } = fee
  if (!current) return null
  // The simulator's code leads to the bank that is played here: another phone can pay.
  const isPlayed = current.method === 'qris' && current.demoPage !== null
  const qr = current.qr ?? (isPlayed ? new URL(current.demoPage ?? '', location.href).href : null)
  const until = `${formatDate(current.expiresAt, language)} ${formatTime(current.expiresAt, language)}`
  return (
    <section class="pay-reference" aria-labelledby="reference-title">
      <h2 id="reference-title">{t(`payment.method.${current.method}`)}</h2>
      {qr !== null && <QrPicture text={qr} name={current.reference} />}
      <p class="pay-number number">{shownReference(current.reference)}</p>
      <p class="small">{t('payment.until', { until })}</p>
      {current.demoPage && (
        <a class="button main wide" href={current.demoPage}>
          {t('payment.demo-bank')}
        </a>
      )}
      <p role="status" class="row small">
        <span class="spinner" aria-hidden="true" />
        <span>{t('payment.waiting')}</span>
      </p>
      <button type="button" class="button wide" disabled={app.isBusy.value} onClick={() => void app.look()}>
        {t('payment.look')}
      </button>
    </section>
  )
}
