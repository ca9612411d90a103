import { signal, type ReadonlySignal } from '@preact/signals'
import type { PaymentView } from '../../../api/index.ts'
import type { PaymentMethod } from '../../../case/index.ts'
import { callSentence, type ApiCall, type Text } from '../../shared/index.ts'

/** A fee that is looked at until it is paid. */
export type FeeApp = {
  readonly fee: ReadonlySignal<PaymentView | null>
  readonly problem: ReadonlySignal<string | null>
  readonly isBusy: ReadonlySignal<boolean>
  look(): Promise<void>
  choose(method: PaymentMethod): Promise<void>
}

const everyMs = 5_000

/** Looks every five seconds while a reference waits for money and the page is shown. */
export function createFeeApp(options: {
  readonly case: string
  readonly call: ApiCall
  readonly text: Text
  readonly isShown: () => boolean
  readonly onShown: (listener: () => void) => void
}): FeeApp {
  const { call, text, isShown, onShown } = options
  const path = `/api/cases/${encodeURIComponent(options.case)}/payment`
  const fee = signal<PaymentView | null>(null)
  const problem = signal<string | null>(null)
  const isBusy = signal(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const isWaiting = (): boolean => fee.peek()?.state === 'due' && fee.peek()?.current !== null
  const plan = (): void => {
    clearTimeout(timer)
    if (isWaiting() && isShown()) timer = setTimeout(() => void look(), everyMs)
  }
  async function run(ask: () => Promise<PaymentView>): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    try {
      fee.value = await ask()
      problem.value = null
    } catch (error) {
      problem.value = callSentence(error, text.t)
    }
    isBusy.value = false
    plan()
  }
  const look = (): Promise<void> => run(() => call<PaymentView>('GET', path))
  onShown(() => {
    if (isWaiting()) void look()
  })
  return { fee, problem, isBusy, look, choose: (method) => run(() => call<PaymentView>('POST', `${path}/method`, { body: { method } })) }
}
