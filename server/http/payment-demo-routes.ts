import type { DemoPaymentView } from '../../game/api/index.ts'
import { plainReference } from '../../game/case/index.ts'
import type { PaymentDesk, PaymentSimulator } from '../payment/index.ts'
import { createOfficeCalendar } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { demoPayment, referenceParams, treasuryQuery } from './payment-schemas.ts'
import { refusals, textAnswer } from './schemas.ts'

/** Money that the simulator says it holds, so that a statement can be tried. */
type DemoMoney = { readonly id: string; readonly reference: string; readonly rupiah: number; readonly atMs: number }

/** The bank of a demonstration install. Its notices go through the same door, signed, as a bank's; anywhere else there is nothing here. */
export function registerPaymentDemoRoutes(
  routes: Routes,
  {
    payments,
    simulator,
    store,
    malls,
    clock,
  }: Pick<AppServices, 'store' | 'malls' | 'clock'> & { readonly payments: PaymentDesk; readonly simulator: PaymentSimulator },
): void {
  const calendar = createOfficeCalendar()
  const answer = { schema: { params: referenceParams, response: { 200: demoPayment, ...refusals } } }

  async function feeOf(written: string): Promise<{ readonly region: string; readonly view: DemoPaymentView }> {
    const reference = plainReference(written)
    const found = await payments.findByReference(reference)
    if (found === null) throw apiError('unknown-reference', { reference })
    const { rupiah, basis, state, case: caseId, region } = found.payment
    return { region, view: { reference, rupiah, basis, state, case: caseId } }
  }
  routes.get('/api/demo/payments/:reference', answer, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return (await feeOf(request.params.reference)).view
  })
  routes.post('/api/demo/payments/:reference/pay', answer, async (request) => {
    const { region, view } = await feeOf(request.params.reference)
    const { reference, rupiah } = view
    const nth = (await store.recordsOf('simulated-money', reference)).length
    const { body, signature } = simulator.noticeOf({ reference, rupiah, nth, atMs: clock() })
    const { id } = JSON.parse(body) as { id: string }
    const money: DemoMoney = { id, reference, rupiah, atMs: clock() }
    const row = { kind: 'simulated-money', id, region, owner: reference, desk: '', state: '', dueMs: null }
    await store.putRecord({ ...row, createdAtMs: clock(), updatedAtMs: clock(), data: money })
    await payments.takeNotice(body, signature)
    return (await feeOf(reference)).view
  })
  routes.get(
    '/api/demo/statement.csv',
    { schema: { querystring: treasuryQuery, response: { 200: textAnswer, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      const rows = (await store.recordsAt('simulated-money', region, null, null, 10_000)).map(({ data }) => data as DemoMoney)
      const place = malls.region(region)
      if (place === null) throw apiError('unknown-region', { region })
      const dayOf = (atMs: number): string => calendar.dayOf(place.timeZone, atMs)
      const lines = rows.map(({ id, reference, rupiah, atMs }) => `${dayOf(atMs)},${reference},${rupiah},${id}`)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="rekening-koran-peragaan-${region}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(['date,reference,rupiah,id', ...lines, ''].join('\r\n'))
    },
  )
}
