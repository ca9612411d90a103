import { useEffect, useState } from 'preact/hooks'
import type { DemoPaymentView } from '../../../api/index.ts'
import { Busy, callSentence, formatRupiah, Notice, useText, type ApiCall } from '../../shared/index.ts'
import { shownReference } from '../payment-path.ts'
import { Frame } from './frame.tsx'

/** `/demo/bayar/REFERENCE`: the bank of a demonstration. Pressing the button sends a signed notice, as a bank would. */
export function BankView(props: { call: ApiCall; reference: string; url: string }) {
  const { call } = props
  const { t, language } = useText()
  const [shown, setShown] = useState<DemoPaymentView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const path = `/api/demo/payments/${encodeURIComponent(props.reference)}`
  const run = async (ask: () => Promise<DemoPaymentView>): Promise<void> => {
    setBusy(true)
    try {
      setShown(await ask())
      setProblem(null)
    } catch (error) {
      setProblem(callSentence(error, t))
    }
    setBusy(false)
  }
  useEffect(() => void run(() => call<DemoPaymentView>('GET', path)), [])
  return (
    <Frame title={t('payment.bank')} url={props.url} isDemo>
      {shown === null && problem === null && <Busy>{t('payment.loading')}</Busy>}
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {shown && (
        <>
          <section class="pay-amount card">
            <p class="pay-number number">{shownReference(shown.reference)}</p>
            <p class="pay-rupiah number">{formatRupiah(shown.rupiah, language)}</p>
            <p class="small">
              {t('payment.basis')} <strong>{shown.basis}</strong>
            </p>
          </section>
          {shown.state === 'due' ? (
            <button
              type="button"
              class="button main wide"
              disabled={isBusy}
              onClick={() => void run(() => call<DemoPaymentView>('POST', `${path}/pay`))}
            >
              {isBusy ? <Busy>{t('action.sending')}</Busy> : t('payment.bank-pay')}
            </button>
          ) : (
            <Notice tone="good" isLive>
              {t(`payment.state.${shown.state}`)}
            </Notice>
          )}
          <a class="button wide" href={`/bayar/${encodeURIComponent(shown.case)}`}>
            {t('payment.bank-back')}
          </a>
        </>
      )}
      <p class="small soft">{t('payment.bank-words')}</p>
    </Frame>
  )
}
