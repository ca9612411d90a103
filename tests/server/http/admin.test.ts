import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgenciesResponse, FirstPassword, HoursResponse, PolicyResponse } from '../../../game/api/index.ts'
import { createOfficerAccounts } from '../../../server/identity/index.ts'
import { niks, testServer, type TestServer } from './harness.ts'

let server: TestServer
let admin: string
beforeEach(async () => {
  server = await testServer()
  admin = await server.signInOfficer()
})
afterEach(() => server.close())

const hoursPath = '/api/admin/agencies/disdukcapil/hours?region=kukar'
const policyPath = '/api/admin/lines/ktp/policy?region=kukar'
const read = async (path: string) => (await server.call('GET', path, { cookie: admin })).json
const put = (path: string, body: Record<string, unknown>, cookie = admin) => server.call('PUT', path, { cookie, body })
const agencyNow = async () => {
  const { agencies } = (await server.call('GET', '/api/regions/kukar/agencies')).json as AgenciesResponse
  return agencies.find(({ agency }) => agency === 'disdukcapil')
}
async function auditActs(): Promise<string[]> {
  const streams = await server.store.listStreams('audit/kukar/')
  const events = (await Promise.all(streams.map((stream) => server.store.readStream(stream)))).flat()
  return events.map(({ data }) => JSON.stringify(data))
}
async function addOfficer(username = 'sari', region = 'kukar', cookie = admin) {
  return server.call('POST', '/api/admin/officers', { cookie, body: { name: 'Sari', username, region, agency: 'disdukcapil' } })
}
async function signIn(username: string, password: string) {
  const answer = await server.call('POST', '/api/officer/session', { body: { username, password } })
  return { status: answer.status, cookie: String([answer.headers['set-cookie']].flat()[0]).split(';')[0] }
}

describe('hours of an agency', () => {
  it('hold for the next number that is asked for: a closed day gives none, says why, and names the next day', async () => {
    const { hours } = (await read(hoursPath)) as HoursResponse
    const citizen = await server.signInCitizen(niks[0])
    const closed = { ...hours, exceptions: [{ day: '2025-03-03', spans: [], reason: 'Pelantikan' }] }
    const answer = await put(hoursPath, closed)
    expect([answer.status, answer.json.state.opening]).toEqual([200, { type: 'closed', at: null, reason: 'Pelantikan' }])
    expect(await agencyNow()).toMatchObject({ opening: { type: 'closed', reason: 'Pelantikan' }, givesNumbers: false })
    expect((await server.take(citizen)).json.error).toMatchObject({ code: 'not-giving-numbers', details: { next: '2025-03-04' } })
    await put(hoursPath, { ...hours, exceptions: [] })
    expect((await server.take(citizen)).status).toBe(201)
  })

  it('are refused with what is wrong, and nothing changes', async () => {
    const { hours } = (await read(hoursPath)) as HoursResponse
    const overlap = {
      ...hours,
      week: hours.week.map(() => [
        { from: 480, to: 720 },
        { from: 700, to: 900 },
      ]),
    }
    expect((await put(hoursPath, overlap)).json.error).toMatchObject({ code: 'hours-invalid', details: { code: 'spans', weekday: 0 } })
    const twice = { ...hours, exceptions: ['a', 'b'].map((reason) => ({ day: '2025-03-10', spans: [], reason })) }
    expect((await put(hoursPath, twice)).json.error.details).toEqual({ code: 'closure-twice', day: '2025-03-10' })
    expect(((await read(hoursPath)) as HoursResponse).hours).toEqual(hours)
  })

  it('survive a restart, and are in the audit with who changed them', async () => {
    const { hours } = (await read(hoursPath)) as HoursResponse
    await put(hoursPath, { ...hours, quota: 1 })
    expect(await auditActs()).toEqual([expect.stringContaining('hours.changed')])
    const { store } = server
    await server.close()
    server = await testServer({ store })
    expect(server.queue.states.hoursOf('kukar', 'disdukcapil').quota).toBe(1)
    const [first, second] = [await server.signInCitizen(niks[0]), await server.signInCitizen(niks[1], '081234567891')]
    expect((await server.take(first)).status).toBe(201)
    expect((await server.take(second)).json.error).toMatchObject({ code: 'quota-spent', details: { limit: 1 } })
  })
})

describe('the policy of a line', () => {
  it('holds from the next office day on: today keeps the one it began with', async () => {
    await server.take(await server.signInCitizen(niks[0]))
    const { today } = (await read(policyPath)) as PolicyResponse
    const answer = await put(policyPath, { ...today, mostCalls: 5 })
    expect(answer.json).toMatchObject({ today: { mostCalls: 3 }, next: { mostCalls: 5 }, fromDay: '2025-03-04' })
    expect(server.queue.actors.at('kukar', 'ktp', '2025-03-03').peek()?.policy.mostCalls).toBe(3)
    expect((await server.queue.actors.at('kukar', 'ktp', '2025-03-04').load()).policy.mostCalls).toBe(5)
    // A second change on the same day does not make the first one hold today.
    await put(policyPath, { ...today, mostCalls: 6 })
    expect((await server.queue.actors.peekAt('kukar', 'ktp', '2025-03-05').load()).policy.mostCalls).toBe(6)
    expect(((await read(policyPath)) as PolicyResponse).today.mostCalls).toBe(3)
  })

  it('is refused outside of its bounds, which are named', async () => {
    const { today } = (await read(policyPath)) as PolicyResponse
    const { error } = (await put(policyPath, { ...today, mostCalls: 0 })).json
    expect(error).toMatchObject({ code: 'policy-invalid', details: { name: 'mostCalls', least: 1, most: 10 } })
  })
})

describe('who may', () => {
  it('is an administrator: of everywhere, or by role of their own region alone', async () => {
    const { password } = (await addOfficer()).json as FirstPassword
    const sari = await signIn('sari', password)
    const { hours } = (await read(hoursPath)) as HoursResponse
    const citizen = await server.signInCitizen(niks[0])
    for (const cookie of [sari.cookie, citizen]) {
      expect((await server.call('GET', '/api/admin', { cookie })).status).toBe(403)
      expect((await put(hoursPath, hours, cookie)).status).toBe(403)
      expect((await addOfficer('andi', 'kukar', cookie)).status).toBe(403)
    }
    expect((await server.call('GET', '/api/admin')).status).toBe(401)
    const { officers } = await read('/api/admin/officers?region=kukar')
    const { id } = officers.find(({ username }: { username: string }) => username === 'sari')
    await server.store.putSetting({ key: `roles/${id}`, value: { roles: ['admin'] }, updatedAtMs: 0, updatedBy: 'test' })
    expect((await put(hoursPath, hours, sari.cookie)).status).toBe(200)
    expect((await put('/api/admin/agencies/disdukcapil/hours?region=jabar', hours, sari.cookie)).status).toBe(403)
    expect((await addOfficer('andi', 'jabar', sari.cookie)).status).toBe(403)
    expect((await server.call('GET', '/api/admin', { cookie: sari.cookie })).json.regions).toHaveLength(1)
  })
})

describe('an officer added', () => {
  it('comes in once with the first password, chooses their own, and comes in with that', async () => {
    const { password, officer } = (await addOfficer()).json as FirstPassword
    expect(officer).toMatchObject({ username: 'sari', region: 'kukar', agency: 'disdukcapil', isPasswordFirst: true })
    const first = await signIn('Sari', password)
    expect(first.status).toBe(200)
    expect((await signIn('sari', password)).status).toBe(401)
    const state = () => server.call('GET', '/api/officer/password', { cookie: first.cookie })
    expect((await state()).json).toEqual({ state: 'first' })
    expect((await put('/api/officer/password', { next: 'pendek' }, first.cookie)).json.error.code).toBe('password-short')
    expect((await put('/api/officer/password', { next: 'sungai mahakam 7' }, first.cookie)).status).toBe(200)
    expect((await state()).json).toEqual({ state: 'own' })
    expect((await signIn('sari', 'sungai mahakam 7')).status).toBe(200)
    // From now on the present one is asked for.
    expect((await put('/api/officer/password', { next: 'danau semayang 8' }, first.cookie)).json.error.code).toBe('password-wrong')
    expect((await put('/api/officer/password', { current: 'sungai mahakam 7', next: 'danau semayang 8' }, first.cookie)).status).toBe(200)
  })

  it('has three days for it; a new one from the administrator opens again and ends the old', async () => {
    const { password, officer } = (await addOfficer()).json as FirstPassword
    server.clock.nowMs += 73 * 3_600_000
    expect((await signIn('sari', password)).status).toBe(401)
    admin = (await signInAgain()) ?? admin
    const again = await server.call('POST', `/api/admin/officers/${officer.id}/password`, { cookie: admin })
    expect((await signIn('sari', password)).status).toBe(401)
    expect((await signIn('sari', again.json.password)).status).toBe(200)
    const acts = (await auditActs()).map((line) => /"act":"([\w.-]+)"/.exec(line)?.[1])
    expect(acts.filter((act) => act?.startsWith('officer.'))).toEqual(['officer.added', 'officer.password-given'])
  })

  it('has a user name that nobody else has and that can be typed', async () => {
    await addOfficer('sari')
    expect((await addOfficer('SARI')).json.error.code).toBe('username-taken')
    expect((await addOfficer('s ri')).json.error.code).toBe('username-invalid')
    expect(await auditActs()).toHaveLength(1)
  })

  /** The bootstrap session is over after three days: a row of the store stands for a password that is known. */
  async function signInAgain(): Promise<string | null> {
    const row = await server.store.findOfficerByUsername('petugas')
    if (row === null) return null
    await server.store.putOfficer({ ...row, passwordHash: null })
    await createOfficerAccounts({ store: server.store, clock: server.clock }).choosePassword(row.id, { next: 'kata sandi admin' })
    return (await signIn('petugas', 'kata sandi admin')).cookie
  }
})
