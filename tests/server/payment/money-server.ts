import { createAudit } from '../../../server/audit/index.ts'
import { createPaymentService, createPaymentSimulator, type PaymentSimulator } from '../../../server/payment/index.ts'
import { openMemoryStore, type Store } from '../../../server/store/index.ts'
import { testClock, testSecret, type TestClock } from '../http/harness.ts'

export const dayOf = (_region: string, atMs: number): string => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 10)

/** Fees over a store, with the simulator as the bank. */
export function moneyOn(options: { store?: Store; clock?: TestClock; provider?: PaymentSimulator } = {}) {
  const { store = openMemoryStore(), clock = testClock(), provider = createPaymentSimulator(testSecret) } = options
  const audit = createAudit({ store, offsetOf: () => 480 })
  const payments = createPaymentService({ store, provider, audit, clock, dayOf })
  const told: string[] = []
  payments.onChange(({ state }) => told.push(state))
  return {
    store,
    clock,
    audit,
    payments,
    provider,
    told,
    open: (caseId = 'case-1', rupiah = 350_000, citizen = 'siti') =>
      payments.open({ case: caseId, citizen, region: 'kukar', rupiah, tariff: 'paspor', basis: 'PP 45/2024' }),
    /** The bank says that money has come. */
    async pay(reference: string, rupiah = 350_000, nth = 0): Promise<string> {
      const { body, signature } = provider.noticeOf({ reference, rupiah, nth, atMs: clock() })
      await payments.takeNotice(body, signature)
      return (JSON.parse(body) as { id: string }).id
    },
  }
}
