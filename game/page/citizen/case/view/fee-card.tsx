import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CaseFee, CaseView, PaymentView } from '../../../../api/index.ts'
import { Busy, callSentence, formatDate, formatTime, Notice, pick, useText } from '../../../shared/index.ts'
import { LevyButton } from '../../../shared/levy/index.ts'
import { useCases } from './case-context.tsx'
import { rupiahWords } from './fee-words.ts'

const methods = ['qris', 'va', 'billing'] as const

/** The official fee with the regulation that sets it, and how to pay it. Money never goes through an officer. @param props.zone of the office; undefined: of this device */
export function FeeCard(props: { view: CaseView; fee: CaseFee; zone: string | undefined; onChanged: () => Promise<void> }) {
  const { fee, view } = props
  const { t, language } = useText()
  const words =
    fee.rupiah === 0
      ? t('fee.free')
      : fee.rupiah === null
        ? fee.note
          ? pick(fee.note, language)
          : t('fee.depends')
        : rupiahWords(fee.rupiah, language)
  return (
    <section class="case-fee card stack">
      <h2>{t('case.fee')}</h2>
      <p>
        <strong class="case-fee-sum">{words}</strong> <span class="soft">{pick(fee.name, language)}</span>
        <span class="small soft case-basis">{t('case.fee-basis', { basis: fee.basis })}</span>
      </p>
      {fee.state === 'later' && <p>{t('case.fee.later')}</p>}
      {fee.state === 'settled' && <Notice tone="good">{t('case.fee.settled')}</Notice>}
      {fee.state === 'due' && <Pay id={view.id} zone={props.zone} onChanged={props.onChanged} />}
      {fee.rupiah !== null && <p class="small">{t('case.fee.guard')}</p>}
      <LevyButton about={{ region: view.region, case: view.id }} />
    </section>
  )
}

function Pay(props: { id: string; zone: string | undefined; onChanged: () => Promise<void> }) {
  const { app } = useCases()
  const { t, language } = useText()
  const payment = useSignal<PaymentView | null>(null)
  const problem = useSignal<string | null>(null)
  const run = async (work: () => Promise<PaymentView>) => {
    problem.value = null
    try {
      payment.value = await work()
      if (payment.value.state !== 'due') await props.onChanged()
    } catch (error) {
      problem.value = callSentence(error, t)
    }
  }
  const look = () => run(() => app.call<PaymentView>('GET', `/api/cases/${props.id}/payment`))
  useEffect(() => {
    void look()
    // Whoever comes back from paying looks here first.
    const onSeen = () => {
      if (document.visibilityState === 'visible') void look()
    }
    document.addEventListener('visibilitychange', onSeen)
    return () => document.removeEventListener('visibilitychange', onSeen)
  }, [props.id])
  const now = payment.value
  const current = now?.current ?? null
  return (
    <div class="stack">
      {problem.value && (
        <Notice tone="warn" isLive>
          {problem.value}
        </Notice>
      )}
      {!now && !problem.value && <Busy>{t('case.pay.loading')}</Busy>}
      {now?.provider.isSimulator && <Notice tone="warn">{t('case.pay.simulator')}</Notice>}
      {current && (
        <div class="case-pay stack">
          <p>{t(`case.pay.${current.method}`)}</p>
          <p class="case-reference number">{current.reference.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <p class="small soft">
            {t('case.pay.until', {
              day: formatDate(current.expiresAt, language, props.zone),
              time: formatTime(current.expiresAt, language, props.zone),
            })}
          </p>
          {current.demoPage && (
            <a class="button main wide" href={current.demoPage}>
              {t('case.pay.demo')}
            </a>
          )}
          <button type="button" class="button wide" onClick={() => void look()}>
            {t('case.pay.look')}
          </button>
        </div>
      )}
      {now && now.state === 'due' && (
        <fieldset class="stack">
          <legend class="field-label">{t(current ? 'case.pay.other' : 'case.pay.how')}</legend>
          {methods
            .filter((method) => method !== current?.method)
            .map((method) => (
              <button
                key={method}
                type="button"
                class="button wide"
                onClick={() => void run(() => app.call<PaymentView>('POST', `/api/cases/${props.id}/payment/method`, { body: { method } }))}
              >
                {t(`case.pay.by.${method}`)}
              </button>
            ))}
        </fieldset>
      )}
    </div>
  )
}
