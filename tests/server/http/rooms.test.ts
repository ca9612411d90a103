import { afterAll, beforeAll, expect, it } from 'vitest'
import { niks, testServer, type TestServer } from './harness.ts'

let server: TestServer
let admin: string
const path = '/api/admin/rooms?region=kukar'
beforeAll(async () => {
  server = await testServer()
  admin = await server.signInOfficer()
})
afterAll(() => server.close())

it('closes rooms of the plan for who walks, writes it down, and holds it over a restart', async () => {
  const put = (closed: readonly string[]) => server.call('PUT', path, { cookie: admin, body: { closed } })
  expect((await server.call('GET', path, { cookie: admin })).json.rooms).toEqual([
    { zone: 'panggung', name: { id: 'Panggung', en: 'Stage' }, isClosed: false },
  ])
  expect((await put(['panggung'])).json.rooms).toMatchObject([{ zone: 'panggung', isClosed: true }])
  expect(server.closedZones.get('kukar')).toEqual(['panggung'])
  server.closedZones.clear()
  await server.rooms.restore()
  expect(server.closedZones.get('kukar')).toEqual(['panggung'])
  expect((await put(['gudang'])).json.error).toMatchObject({ code: 'unknown-room', details: { room: 'gudang' } })
  expect((await server.call('GET', path, { cookie: admin })).json.rooms).toMatchObject([{ isClosed: true }])
  expect((await put([])).json.rooms).toMatchObject([{ isClosed: false }])
  expect(server.closedZones.get('kukar')).toEqual([])
})

it('is an administrator’s to say', async () => {
  const citizen = await server.signInCitizen(niks[0])
  const ask = async (cookie?: string) => (await server.call('GET', path, { cookie })).status
  expect([await ask(), await ask(citizen)]).toEqual([401, 403])
})
