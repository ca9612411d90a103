import { expect, test } from 'vitest'
import type { PaymentView } from '../../../../game/api/index.ts'
import { placeOfPath, shownReference } from '../../../../game/page/payment/payment-path.ts'
import { createFeeApp } from '../../../../game/page/payment/state/fee-app.ts'
import { createCsvSender } from '../../../../game/page/payment/state/treasury-app.ts'
import type { ApiCall } from '../../../../game/page/shared/api/call.ts'

test('three addresses are three pages, and nothing else is one', () => {
  expect(placeOfPath('/bayar/M01%2FH7')).toEqual({ kind: 'fee', case: 'M01/H7' })
  expect(placeOfPath('/demo/bayar/SIMV012345678901/')).toEqual({ kind: 'bank', reference: 'SIMV012345678901' })
  expect(placeOfPath('/admin/rekonsiliasi')).toEqual({ kind: 'treasury' })
  for (const path of ['/bayar', '/bayar/', '/bayar/a/b', '/bayar/%zz', '/x/bayar/a'])
    expect(placeOfPath(path), path).toEqual({ kind: 'none' })
})

test('a reference is shown in groups of four', () => {
  expect(shownReference('SIMV012345678901')).toBe('SIMV 0123 4567 8901')
  expect(shownReference('12345')).toBe('1234 5')
})

test('the fee is looked at again when the page is shown, while it waits for money, and no more after', async () => {
  const current = { method: 'va', reference: 'R', expiresAt: '', qr: null, demoPage: null }
  const answers: Partial<PaymentView>[] = [
    { state: 'due', current: null },
    { state: 'due', current: current as PaymentView['current'] },
    { state: 'paid', current: null },
  ]
  let asked = 0
  let onShown = (): void => undefined
  const call = (async () => answers[asked++]) as unknown as ApiCall
  const app = createFeeApp({
    case: 'c',
    call,
    text: { language: 'id', t: (key) => key },
    isShown: () => false,
    onShown: (listener) => {
      onShown = listener
    },
  })
  const settle = () => new Promise((done) => setTimeout(done))
  await app.look()
  onShown()
  await settle()
  expect(asked).toBe(1)
  await app.choose('va')
  onShown()
  await settle()
  expect(asked).toBe(3)
  expect(app.fee.value?.state).toBe('paid')
  onShown()
  await settle()
  expect(asked).toBe(3)
})

test('a statement is sent as it is, and a refusal keeps the sentence of the server', async () => {
  const sent: RequestInit[] = []
  const answer = (status: number, body: unknown) => async (_path: RequestInfo | URL, init?: RequestInit) => {
    sent.push(init ?? {})
    return new Response(JSON.stringify(body), { status })
  }
  await createCsvSender('id', answer(200, {}))('/x', 'a,b\n1,2')
  expect(sent[0]).toMatchObject({ method: 'POST', body: 'a,b\n1,2', headers: { 'content-type': 'text/csv' } })
  const refused = createCsvSender('id', answer(422, { error: { code: 'statement-row', message: 'Baris 2 tidak terbaca' } }))
  await expect(refused('/x', '')).rejects.toMatchObject({ code: 'statement-row', message: 'Baris 2 tidak terbaca' })
  const lost = createCsvSender('id', () => Promise.reject(new Error('down')))
  await expect(lost('/x', '')).rejects.toMatchObject({ code: 'offline' })
})
