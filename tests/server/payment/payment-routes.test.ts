import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import type { PaymentView, ReconciliationView } from '../../../game/api/index.ts'
import type { CaseDirectory, CaseSummary } from '../../../server/case/index.ts'
import { registerPaymentDemoRoutes, registerPaymentRoutes } from '../../../server/http/index.ts'
import type { OfficerRow } from '../../../server/store/index.ts'
import { niks, testServer, type TestServer } from '../http/harness.ts'
import { moneyOn } from './money-server.ts'

let server: TestServer
afterEach(() => server.close())

const summary = (citizen: string): CaseSummary => ({
  id: 'case-1',
  number: 'K-AAAA-22',
  region: 'kukar',
  agency: 'disdukcapil',
  service: 'ktp-1',
  version: 1,
  citizen,
  state: 'accepted',
  step: null,
  submittedAtMs: 0,
  promisedOn: null,
  holder: null,
})

async function start() {
  const money = moneyOn()
  const { store, clock, audit, payments, provider } = money
  let owner = ''
  const cases: Pick<CaseDirectory, 'find' | 'mayWork'> = {
    find: async (id) => (id === 'case-1' ? summary(owner) : null),
    mayWork: async (officer: OfficerRow) => officer.agency === 'disdukcapil',
  }
  server = await testServer({
    store,
    clock,
    extend: async (app: FastifyInstance, { malls }) => {
      const services = { store, audit, malls, clock, payments, cases }
      await app.register(async (scope) => {
        await registerPaymentRoutes(scope.withTypeProvider(), services)
        registerPaymentDemoRoutes(scope.withTypeProvider(), { ...services, simulator: provider })
      })
    },
  })
  const siti = await server.signInCitizen(niks[0])
  const [row] = await store.findCitizens((await server.identity.whoIs(siti)).role === 'citizen' ? await nikHashOf(siti) : '')
  owner = row.id
  await money.open('case-1', 350_000, owner)
  return { ...money, siti, officer: await server.signInOfficer() }
}
async function nikHashOf(cookie: string): Promise<string> {
  const who = await server.identity.whoIs(cookie)
  if (who.role !== 'citizen') throw new Error('no citizen')
  return who.citizen.nikHash
}
/** An officer of an agency, signed in. */
async function officerOf(admin: string, agency: string, username: string): Promise<string> {
  const made = await server.call('POST', '/api/admin/officers', {
    cookie: admin,
    body: { name: username, username, region: 'kukar', agency },
  })
  const answer = await server.call('POST', '/api/officer/session', { body: { username, password: made.json.password } })
  return String([answer.headers['set-cookie']].flat()[0]).split(';')[0]
}

test('the payer sees what is due with its basis, chooses a way, pays at the played bank and holds a receipt', async () => {
  const { siti } = await start()
  const before = await server.call('GET', '/api/cases/case-1/payment', { cookie: siti })
  expect(before.json).toMatchObject({
    state: 'due',
    number: 'K-AAAA-22',
    rupiah: 350_000,
    basis: 'PP 45/2024',
    provider: { isSimulator: true },
    current: null,
    receipt: null,
  })
  const chosen = await server.call('POST', '/api/cases/case-1/payment/method', { cookie: siti, body: { method: 'qris' } })
  const { current } = chosen.json as PaymentView
  expect(current?.demoPage).toBe(`/demo/bayar/${current?.reference}`)
  const shown = await server.call('GET', `/api/demo/payments/${current?.reference}`)
  expect(shown.json).toEqual({ reference: current?.reference, rupiah: 350_000, basis: 'PP 45/2024', state: 'due', case: 'case-1' })
  const paid = await server.call('POST', `/api/demo/payments/${current?.reference}/pay`)
  expect(paid.json.state).toBe('paid')
  await server.call('POST', `/api/demo/payments/${current?.reference}/pay`)
  const after = (await server.call('GET', '/api/cases/case-1/payment', { cookie: siti })).json as PaymentView
  expect(after).toMatchObject({ state: 'paid', current: null, strays: [{ why: 'double', rupiah: 350_000 }] })
  expect(after.receipt?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('nobody else sees it: another citizen, a visitor, an officer on the citizen route', async () => {
  const { siti, officer } = await start()
  const budi = await server.signInCitizen(niks[1], '081234567891')
  const path = '/api/cases/case-1/payment'
  expect((await server.call('GET', path, { cookie: siti })).status).toBe(200)
  expect((await server.call('GET', path, { cookie: budi })).json.error.code).toBe('unknown-payment')
  expect((await server.call('POST', `${path}/method`, { cookie: budi, body: { method: 'va' } })).status).toBe(404)
  expect((await server.call('GET', path)).status).toBe(401)
  expect((await server.call('GET', path, { cookie: officer })).status).toBe(403)
})

test('an officer is shown the state and no money, and the payer is shown that it was looked at', async () => {
  const { siti, officer, audit, store } = await start()
  const own = await officerOf(officer, 'disdukcapil', 'petugas.capil')
  const path = '/api/officer/cases/case-1/payment'
  expect((await server.call('GET', path, { cookie: own })).json).toEqual({ state: 'due', isCleared: false, mayRefund: false })
  const tax = await officerOf(officer, 'pajak', 'petugas.pajak')
  expect((await server.call('GET', path, { cookie: tax })).json.error.code).toBe('unknown-payment')
  const [{ id }] = await store.findCitizens(await nikHashOf(siti))
  const accesses = await audit.accessesOf(id)
  expect(accesses.filter(({ role }) => role !== 'system')).toMatchObject([{ act: 'payment.read', role: 'officer', agency: 'disdukcapil' }])
})

test('no route takes an amount from an officer', async () => {
  const { officer, siti } = await start()
  const own = await officerOf(officer, 'disdukcapil', 'petugas.capil')
  const chosen = await server.call('POST', '/api/cases/case-1/payment/method', { cookie: siti, body: { method: 'va' } })
  await server.call('POST', `/api/demo/payments/${chosen.json.current.reference}/pay`)
  const path = '/api/officer/cases/case-1/payment/refund'
  const refund = await server.call('POST', path, { cookie: own, body: { reason: 'permohonan ditolak', rupiah: 1, amount: 1 } })
  expect(refund.json).toEqual({ state: 'refunded', isCleared: false, mayRefund: false })
  const view = (await server.call('GET', '/api/cases/case-1/payment', { cookie: siti })).json as PaymentView
  expect(view).toMatchObject({ rupiah: 350_000, refunded: { reason: 'permohonan ditolak' } })
  const document = (await server.call('GET', '/openapi.json')).json
  const bodies = Object.entries(document.paths as Record<string, { post?: { requestBody?: unknown } }>)
    .filter(([route]) => route.startsWith('/api/officer'))
    .map(([, { post }]) => JSON.stringify(post?.requestBody ?? {}))
  expect(bodies.length).toBeGreaterThan(3)
  for (const body of bodies) expect(body).not.toMatch(/rupiah|amount|jumlah|nominal|price|fee/i)
})

test('notices go through the door signed, and are refused otherwise', async () => {
  const { siti, provider, clock } = await start()
  const { current } = (await server.call('POST', '/api/cases/case-1/payment/method', { cookie: siti, body: { method: 'va' } }))
    .json as PaymentView
  const { body, signature } = provider.noticeOf({ reference: current?.reference ?? '', rupiah: 350_000, nth: 0, atMs: clock() })
  const send = (payload: string, headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: '/api/payments/notices',
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })
  expect((await send(body, {})).statusCode).toBe(401)
  expect((await send(`${body} `, { 'x-payment-signature': signature })).statusCode).toBe(401)
  expect((await send(body, { 'x-payment-signature': signature })).statusCode).toBe(204)
  expect((await server.call('GET', '/api/cases/case-1/payment', { cookie: siti })).json.state).toBe('paid')
})

test('a statement is for the administrator; the bank of the demonstration writes one that fits', async () => {
  const { siti, officer } = await start()
  const { current } = (await server.call('POST', '/api/cases/case-1/payment/method', { cookie: siti, body: { method: 'va' } }))
    .json as PaymentView
  await server.call('POST', `/api/demo/payments/${current?.reference}/pay`)
  const statement = await server.call('GET', '/api/demo/statement.csv?region=kukar')
  expect(statement.text.split('\r\n')[0]).toBe('date,reference,rupiah,id')
  const send = (cookie: string, payload: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/admin/reconciliations?region=kukar',
      payload,
      headers: { 'content-type': 'text/csv', host: 'balai.test', origin: 'http://balai.test', cookie },
    })
  expect((await send(siti, statement.text)).statusCode).toBe(403)
  expect((await send(await officerOf(officer, 'pajak', 'petugas.pajak'), statement.text)).statusCode).toBe(403)
  const report = (await send(officer, statement.text)).json() as ReconciliationView
  expect(report.rows).toMatchObject([{ line: 2, reference: current?.reference, rupiah: 350_000, outcome: 'matched' }])
  expect((await server.call('GET', '/api/cases/case-1/payment', { cookie: siti })).json.state).toBe('settled')
  const listed = await server.call('GET', '/api/admin/reconciliations?region=kukar', { cookie: officer })
  expect(listed.json.reconciliations).toHaveLength(1)
  const broken = await send(officer, 'date,reference,rupiah,id\n2025-03-03,A,zwei,b')
  expect(broken.statusCode).toBe(422)
  expect(broken.json().error.message).toContain('Baris 2')
})
