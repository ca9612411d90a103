import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCaseNumber } from '../../../game/case/index.ts'
import { createRightsService } from '../../../server/rights/index.ts'
import { memoryVault } from '../rights/vault.ts'
import { niks, noLog, testServer, type TestServer } from './harness.ts'

let server: TestServer
let admin: string
let breach: string
let told: string[]
beforeEach(async () => {
  told = []
  server = await testServer({
    more: async ({ store, clock, audit }) => ({
      rights: createRightsService({
        store,
        clock,
        audit,
        log: noLog,
        vault: memoryVault(clock),
        stop: async () => undefined,
        tellBreach: async (citizen) => void told.push(citizen),
      }),
    }),
  })
  admin = await server.signInOfficer()
  const body = { region: 'kukar', foundAt: new Date(server.clock()).toISOString() }
  breach = (await server.call('POST', '/api/admin/breaches', { cookie: admin, body })).json.id
})
afterEach(() => server.close())

const number = makeCaseNumber([0.1, 0.2, 0.3, 0.4, 0.5])
const elsewhere = makeCaseNumber([0.9, 0.8, 0.7, 0.6, 0.5])
const name = (...people: string[]) => server.call('PUT', `/api/admin/breaches/${breach}`, { cookie: admin, body: { people } })
const sent = (id: string, owner: string, region = 'kukar') =>
  server.store.putRecord({
    kind: 'case-number',
    id,
    region,
    owner,
    desk: 'disdukcapil',
    state: '',
    dueMs: null,
    createdAtMs: 0,
    updatedAtMs: 0,
    data: { case: `case-of-${owner}` },
  })

it('finds people by the number of an application as it is printed or typed, and by their account; each once', async () => {
  const who = await server.identity.whoIs(await server.signInCitizen(niks[0]))
  const siti = who.role === 'citizen' ? who.citizen.id : ''
  await sent(number, siti)
  expect((await name(number)).json.people).toBe(1)
  expect((await name(number.toLowerCase().replaceAll('-', ' '), siti)).json.people).toBe(1)
  const facts = { data: 'NIK', when: 'pagi', how: 'surel', handling: 'ditarik', recovery: 'ganti' }
  await server.call('PUT', `/api/admin/breaches/${breach}`, { cookie: admin, body: { facts } })
  await server.call('POST', `/api/admin/breaches/${breach}/notify`, { cookie: admin })
  expect(told).toEqual([siti])
})

it('refuses the whole list by the names of those it does not know, another region’s among them, and keeps the list from before', async () => {
  await sent(number, 'siti')
  await sent(elsewhere, 'budi', 'jabar')
  await name(number)
  const refused = await name(number, 'K-7QF3-2M', elsewhere)
  expect([refused.status, refused.json.error]).toEqual([
    422,
    expect.objectContaining({ code: 'unknown-people', details: { names: `K-7QF3-2M, ${elsewhere}`, count: 2 } }),
  ])
  expect(refused.json.error.message).toContain(`2 tidak dikenali di wilayah ini (K-7QF3-2M, ${elsewhere})`)
  expect((await server.call('GET', '/api/admin/breaches?region=kukar', { cookie: admin })).json.breaches[0].people).toBe(1)
  const many = await name(...Array.from({ length: 20 }, (_, index) => `x${index}`))
  expect(many.json.error.details).toEqual({ names: 'x0, x1, x2, x3, x4, x5, x6, x7, …', count: 20 })
})
