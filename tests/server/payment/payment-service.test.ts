import { describe, expect, test } from 'vitest'
import { chainPayment } from '../../../game/case/index.ts'
import { createHttpPaymentProvider, createPaymentService, createPaymentSimulator } from '../../../server/payment/index.ts'
import { readEvents } from '../../../server/store/index.ts'
import type { PaymentEvent } from '../../../game/case/index.ts'
import { morningMs, testSecret } from '../http/harness.ts'
import { createServer } from 'node:http'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { dayOf, moneyOn } from './money-server.ts'

const treasurer = { role: 'admin', id: 'boss', agency: null } as const
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('a fee', () => {
  test('is made once for a case, also when it is asked for many times at once', async () => {
    const money = moneyOn()
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => money.open()))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await readEvents(money.store, `payment/${made[0].id}`)).toHaveLength(1)
    expect(money.told).toEqual(['due'])
    expect(await money.payments.ofCase('case-1')).toEqual(made[0])
    expect(await money.payments.ofCase('case-2')).toBeNull()
  })

  test('of nothing is exempt, and no reference is made for it', async () => {
    const money = moneyOn()
    expect(await money.open('free', 0)).toMatchObject({ state: 'exempt', rupiah: 0, method: null, reference: null })
    await expect(money.payments.choose('free', 'va')).rejects.toMatchObject({ code: 'nothing-due' })
  })

  test('is paid by a signed notice and carries a receipt that follows from its events', async () => {
    const money = moneyOn()
    await money.open()
    const { payment } = await money.payments.choose('case-1', 'va')
    const reference = payment.references[0].reference
    expect(reference).toMatch(/^SIMV\d{12}$/)
    expect((await money.payments.choose('case-1', 'va')).payment.references).toHaveLength(1)
    await money.pay(reference)
    const paid = await money.payments.detailOf('case-1')
    expect(paid?.payment.state).toBe('paid')
    const events = await readEvents<PaymentEvent>(money.store, `payment/${payment.id}`)
    expect(paid?.receipt).toEqual({ event: 3, hash: chainPayment(events, sha256)[2] })
    expect(money.told).toEqual(['due', 'due', 'paid'])
    const acts = (await money.audit.entriesOf('kukar', dayOf('kukar', morningMs))).map(({ act }) => act)
    expect(acts).toEqual(['payment.opened', 'payment.method-chosen', 'payment.paid'])
  })
})

describe('a notice', () => {
  test('that is not signed, signed with another key, altered, or old, changes nothing', async () => {
    const money = moneyOn()
    await money.open()
    const { payment } = await money.payments.choose('case-1', 'qris')
    const reference = payment.references[0].reference
    const { body, signature } = money.provider.noticeOf({ reference, rupiah: 350_000, nth: 0, atMs: money.clock() })
    const stranger = createPaymentSimulator(new Uint8Array(32).fill(9))
    const foreign = stranger.noticeOf({ reference, rupiah: 350_000, nth: 0, atMs: money.clock() })
    const refused = async (text: string, sign: string | undefined) => expect(money.payments.takeNotice(text, sign)).rejects
    await (await refused(body, undefined)).toMatchObject({ code: 'signature-wrong' })
    await (await refused(body, 't=1,v1=00')).toMatchObject({ code: 'signature-wrong' })
    await (await refused(foreign.body, foreign.signature)).toMatchObject({ code: 'signature-wrong' })
    await (await refused(body.replace('350000', '350001'), signature)).toMatchObject({ code: 'signature-wrong' })
    await (await refused(body, signature.replace(/t=\d+/, `t=${money.clock() + 1}`))).toMatchObject({ code: 'signature-wrong' })
    money.clock.nowMs += 5 * 60_000 + 1
    await (await refused(body, signature)).toMatchObject({ code: 'notice-stale' })
    expect((await money.payments.ofCase('case-1'))?.state).toBe('due')
    money.clock.nowMs -= 1
    await money.payments.takeNotice(body, signature)
    expect((await money.payments.ofCase('case-1'))?.state).toBe('paid')
    await money.payments.takeNotice(body, signature)
    expect((await money.payments.detailOf('case-1'))?.payment.strays).toEqual([])
  })

  test('of a reference that nobody has is refused', async () => {
    const money = moneyOn()
    await expect(money.pay('SIMV000000000000')).rejects.toMatchObject({ code: 'unknown-reference' })
  })
})

describe('a statement', () => {
  test('settles what matches, tells the rest, and changes nothing the second time', async () => {
    const money = moneyOn()
    const references: string[] = []
    for (const id of ['a', 'b', 'c', 'd']) {
      await money.open(id)
      references.push((await money.payments.choose(id, 'va')).payment.references[0].reference)
    }
    const [a, b, c, d] = references
    const idA = await money.pay(a)
    await money.pay(d)
    const csv = [
      'date,reference,rupiah,id',
      `2025-03-03,${a},350000,${idA}`,
      `2025-03-03,${b},350000,bank-b`,
      `2025-03-03,${c},300000,bank-c`,
      `2025-03-03,${b},350000,bank-b2`,
      '2025-03-03,ASING,5000,bank-z',
    ].join('\n')
    const first = await money.payments.reconcile('kukar', csv, treasurer)
    expect(first.result.rows.map(({ outcome }) => outcome)).toEqual(['matched', 'matched', 'wrong-amount', 'double', 'unknown'])
    expect(first.result.missing.map(({ reference }) => reference)).toEqual([d])
    const states = async () => Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await money.payments.ofCase(id))?.state))
    expect(await states()).toEqual(['settled', 'settled', 'due', 'paid'])
    expect((await money.payments.detailOf('b'))?.payment.strays).toMatchObject([{ why: 'double', providerId: 'bank-b2' }])
    expect((await money.payments.detailOf('c'))?.payment.strays).toMatchObject([{ why: 'wrong-amount', rupiah: 300_000 }])
    const told = money.told.length
    const again = await money.payments.reconcile('kukar', csv, treasurer)
    expect(again.result.rows.map(({ outcome }) => outcome)).toEqual(['already', 'already', 'wrong-amount', 'double', 'unknown'])
    expect(again.sha256).toBe(first.sha256)
    expect(money.told).toHaveLength(told)
    expect((await money.payments.reports('kukar')).map(({ id }) => id)).toContain(first.id)
    expect(await money.payments.reports('kendari')).toEqual([])
  })

  test('of another region settles nothing here', async () => {
    const money = moneyOn()
    await money.open()
    const { payment } = await money.payments.choose('case-1', 'va')
    const csv = `date,reference,rupiah,id\n2025-03-03,${payment.references[0].reference},350000,bank-1`
    const { result } = await money.payments.reconcile('kendari', csv, treasurer)
    expect(result.rows[0].outcome).toBe('unknown')
    expect((await money.payments.ofCase('case-1'))?.state).toBe('due')
  })
})

describe('giving back', () => {
  test('is for an approver, with a reason, once, and after the provider has done it', async () => {
    const asked: unknown[] = []
    const provider = { ...createPaymentSimulator(testSecret), refund: async (order: unknown) => void asked.push(order) }
    const money = moneyOn({ provider })
    await money.open()
    const { payment } = await money.payments.choose('case-1', 'va')
    const by = { role: 'officer', id: 'o1', agency: 'imigrasi' } as const
    await expect(money.payments.refund('case-1', { by, isApprover: true, reason: 'ditolak' })).rejects.toMatchObject({
      code: 'not-refundable',
    })
    const id = await money.pay(payment.references[0].reference)
    await expect(money.payments.refund('case-1', { by, isApprover: false, reason: 'ditolak' })).rejects.toMatchObject({
      code: 'not-approver',
    })
    await expect(money.payments.refund('case-1', { by, isApprover: true, reason: ' ' })).rejects.toMatchObject({ code: 'reason-missing' })
    expect(asked).toEqual([])
    const { payment: after } = await money.payments.refund('case-1', { by, isApprover: true, reason: 'ditolak' })
    expect(after).toMatchObject({ state: 'refunded', refundReason: 'ditolak' })
    expect(asked).toEqual([{ payment: 'fee-case-1', providerId: id, rupiah: 350_000, reason: 'ditolak' }])
    await expect(money.payments.refund('case-1', { by, isApprover: true, reason: 'lagi' })).rejects.toMatchObject({
      code: 'not-refundable',
    })
  })

  test('that the provider refuses leaves the fee paid', async () => {
    const provider = { ...createPaymentSimulator(testSecret), refund: () => Promise.reject(new Error('bank is down')) }
    const money = moneyOn({ provider })
    await money.open()
    const { payment } = await money.payments.choose('case-1', 'va')
    await money.pay(payment.references[0].reference)
    const by = { role: 'officer', id: 'o1', agency: 'imigrasi' } as const
    await expect(money.payments.refund('case-1', { by, isApprover: true, reason: 'ditolak' })).rejects.toMatchObject({
      code: 'provider-unavailable',
    })
    expect((await money.payments.ofCase('case-1'))?.state).toBe('paid')
  })
})

test('a gateway over HTTP is asked with a signature, once for each order, and its notices are checked with the same key', async () => {
  const heard: { url: string; body: string; signature: string }[] = []
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push({ url: request.url ?? '', body, signature: String(request.headers['x-payment-signature']) })
      response.end(JSON.stringify({ reference: '8277 0812 3456 7890', qr: '000201010212AbC', expiresAt: '2025-03-04T01:00:00Z' }))
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  try {
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/mpp/`
    const provider = createHttpPaymentProvider({ name: 'Bank', url, key: 'sixteen letters!' }, () => morningMs)
    const { store, audit, clock } = moneyOn()
    const payments = createPaymentService({ store, provider, audit, clock, dayOf })
    await payments.open({ case: 'c', citizen: 'siti', region: 'kukar', rupiah: 650_000, tariff: 't', basis: 'b' })
    const { payment } = await payments.choose('c', 'va')
    expect(payment.references).toMatchObject([
      { reference: '8277081234567890', qr: '000201010212AbC', expiresAtMs: Date.UTC(2025, 2, 4, 1) },
    ])
    expect(heard).toHaveLength(1)
    expect(heard[0].url).toBe('/mpp/references')
    expect(JSON.parse(heard[0].body)).toEqual({ idempotencyKey: 'fee-c/0/va', rupiah: 650_000, method: 'va' })
    const body = JSON.stringify({ id: 'm1', reference: '8277-0812-3456-7890', rupiah: 650_000 })
    await expect(payments.takeNotice(body, heard[0].signature)).rejects.toMatchObject({ code: 'signature-wrong' })
    const { createHmac } = await import('node:crypto')
    const mac = createHmac('sha256', 'sixteen letters!').update(`${morningMs}.${body}`).digest('hex')
    await payments.takeNotice(body, `t=${morningMs},v1=${mac}`)
    expect((await payments.ofCase('c'))?.state).toBe('paid')
  } finally {
    await new Promise((resolve) => gateway.close(resolve))
  }
  const lost = createHttpPaymentProvider({ name: 'Bank', url: 'http://127.0.0.1:9', key: 'sixteen letters!' }, () => morningMs)
  const { store, audit, clock } = moneyOn()
  const payments = createPaymentService({ store, provider: lost, audit, clock, dayOf })
  await payments.open({ case: 'c', citizen: 'siti', region: 'kukar', rupiah: 1, tariff: 't', basis: 'b' })
  await expect(payments.choose('c', 'va')).rejects.toMatchObject({ code: 'provider-unavailable' })
})
