import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FirstPassword } from '../../../game/api/index.ts'
import { niks, testServer, type TestServer } from './harness.ts'

let server: TestServer
let admin: string
let ended: string[]
beforeEach(async () => {
  ended = []
  server = await testServer({ more: async () => ({ onAccessEnded: (officer) => void ended.push(officer) }) })
  admin = await server.signInOfficer()
})
afterEach(() => server.close())

const sentence = 'Akses akun petugas ini sudah diakhiri. Pengelola daerah dapat memberikannya kembali.'
const post = (path: string, cookie = admin, body?: Record<string, unknown>) => server.call('POST', path, { cookie, body })
const get = (path: string, cookie: string) => server.call('GET', path, { cookie })
async function signIn(username: string, password: string) {
  const answer = await server.call('POST', '/api/officer/session', { body: { username, password } })
  return { ...answer, cookie: String([answer.headers['set-cookie']].flat()[0]).split(';')[0] }
}
/** An officer who has chosen a password and is signed in. */
async function officer(username: string, region = 'kukar') {
  const made = await post('/api/admin/officers', admin, { name: username, username, region, agency: null })
  const { officer: row, password } = made.json as FirstPassword
  const first = await signIn(username, password)
  await server.call('PUT', '/api/officer/password', { cookie: first.cookie, body: { next: `sandi ${username} panjang` } })
  const { cookie } = await signIn(username, `sandi ${username} panjang`)
  return { id: row.id, cookie, enter: () => signIn(username, `sandi ${username} panjang`) }
}
const roles = (id: string, ...given: string[]) =>
  server.store.putSetting({ key: `roles/${id}`, value: { roles: given }, updatedAtMs: 0, updatedBy: 'test' })
async function acts(region = 'kukar') {
  const days = (await get(`/api/officer/audit?region=${region}`, admin)).json.days as string[]
  const { entries } = (await get(`/api/officer/audit/${days[days.length - 1]}?region=${region}`, admin)).json
  return (entries as { act: string; about: { id: string } }[]).filter(({ act }) => act.startsWith('officer.'))
}

describe('ending an officer’s access', () => {
  it('ends every session of theirs at once, refuses the sign-in with a sentence, and stands in the audit', async () => {
    const sari = await officer('sari')
    const second = (await sari.enter()).cookie
    expect((await get('/api/officer', sari.cookie)).status).toBe(200)
    const answer = await post(`/api/admin/officers/${sari.id}/end`)
    expect([answer.status, answer.json]).toEqual([200, expect.objectContaining({ id: sari.id, isEnded: true })])
    for (const cookie of [sari.cookie, second]) expect((await get('/api/officer', cookie)).status).toBe(401)
    const refused = await sari.enter()
    expect([refused.status, refused.json.error]).toEqual([403, expect.objectContaining({ code: 'officer-ended', message: sentence })])
    expect(refused.headers['set-cookie']).toBeUndefined()
    // Whoever does not know the password is not told either.
    expect((await signIn('sari', 'salah sama sekali')).json.error.code).toBe('password-wrong')
    expect(ended).toEqual([sari.id])
    expect((await acts()).map(({ act, about }) => [act, about.id])).toEqual([
      ['officer.added', sari.id],
      ['officer.ended', sari.id],
    ])
    const { officers } = (await get('/api/admin/officers?region=kukar', admin)).json
    expect(officers).toContainEqual(expect.objectContaining({ id: sari.id, isEnded: true }))
  })

  it('is given back: they sign in as before, and no session from before lives again', async () => {
    const sari = await officer('sari')
    await post(`/api/admin/officers/${sari.id}/end`)
    expect((await post(`/api/admin/officers/${sari.id}/password`)).json.error.code).toBe('officer-ended')
    server.clock.nowMs += 60_000
    expect((await post(`/api/admin/officers/${sari.id}/give-back`)).json).toMatchObject({ isEnded: false })
    expect((await get('/api/officer', sari.cookie)).status).toBe(401)
    server.clock.nowMs += 1
    const again = await sari.enter()
    expect(again.status).toBe(200)
    expect((await get('/api/officer', again.cookie)).status).toBe(200)
    expect((await acts()).map(({ act }) => act)).toEqual(['officer.added', 'officer.ended', 'officer.given-back'])
  })

  it('outlives a restart', async () => {
    const sari = await officer('sari')
    await post(`/api/admin/officers/${sari.id}/end`)
    const { store } = server
    await server.close()
    server = await testServer({ store })
    expect((await get('/api/officer', sari.cookie)).status).toBe(401)
    expect((await sari.enter()).json.error.code).toBe('officer-ended')
  })

  it('frees their counter; who was being served keeps the claim and is called by a colleague', async () => {
    const [sari, andi] = [await officer('sari'), await officer('andi')]
    const citizen = await server.signInCitizen(niks[0])
    const { id } = (await server.take(citizen)).json
    await server.call('POST', `/api/tickets/${id}/ready`, { cookie: citizen })
    const { counters } = (await get('/api/officer', sari.cookie)).json as { counters: { id: string; agency: string }[] }
    const counter = counters.find(({ agency }) => agency === 'disdukcapil')!.id
    await post(`/api/officer/counters/${counter}/open`, sari.cookie)
    expect((await post(`/api/officer/counters/${counter}/next`, sari.cookie)).status).toBe(200)
    await post(`/api/admin/officers/${sari.id}/end`)
    expect(server.queue.desk.counterOf(sari.id)).toBeNull()
    expect((await get(`/api/tickets/${id}`, citizen)).json.state).toBe('parked')
    expect((await post(`/api/officer/counters/${counter}/open`, andi.cookie)).status).toBe(200)
    const called = await post(`/api/officer/tickets/${id}/call`, andi.cookie, { reason: 'came-back' })
    expect([called.status, (await get(`/api/tickets/${id}`, citizen)).json.state]).toEqual([200, 'called'])
  })

  it('is for the region’s administrator: nobody else, never oneself, and nothing of another region', async () => {
    const [sari, kepala] = [await officer('sari'), await officer('kepala')]
    const elsewhere = await officer('joko', 'jabar')
    const path = (id: string) => `/api/admin/officers/${id}/end`
    expect((await post(path(kepala.id), sari.cookie)).status).toBe(403)
    expect((await server.call('POST', path(sari.id))).status).toBe(401)
    await roles(kepala.id, 'admin')
    const self = await post(path(kepala.id), kepala.cookie)
    expect([self.status, self.json.error.code]).toEqual([409, 'officer-self'])
    expect((await post(path(elsewhere.id), kepala.cookie)).json.error.code).toBe('unknown-officer')
    const everywhere = (await server.store.findOfficerByUsername('petugas'))!.id
    expect((await post(path(everywhere), kepala.cookie)).json.error.code).toBe('unknown-officer')
    expect((await post(path('nobody'))).json.error.code).toBe('unknown-officer')
    expect((await post(path(sari.id), kepala.cookie)).status).toBe(200)
    expect((await get('/api/officer', elsewhere.cookie)).status).toBe(200)
  })
})

describe('the audit’s days', () => {
  const book = (cookie: string, more = '') => get(`/api/admin/audit?region=kukar${more}`, cookie)

  it('have the number of lines and the last hash of what the export gives', async () => {
    await officer('sari')
    server.clock.nowMs += 24 * 3_600_000
    admin = (await fresh()) ?? admin
    await officer('andi')
    const { days, isMore } = (await book(admin)).json as {
      days: { day: string; lines: number; hash: string; isClosed: boolean }[]
      isMore: boolean
    }
    expect([days.map(({ day, isClosed }) => [day, isClosed]), isMore]).toEqual([
      [
        ['2025-03-04', false],
        ['2025-03-03', true],
      ],
      false,
    ])
    for (const { day, lines, hash } of days) {
      const rows = (await get(`/api/officer/audit/${day}/export?region=kukar`, admin)).text.trim().split('\n')
      expect([rows.length - 1, JSON.parse(rows[rows.length - 1]).hash]).toEqual([lines, hash])
    }
    expect((await book(admin, '&before=2025-03-04')).json.days).toEqual([days[1]])
  })

  it('come page by page', async () => {
    const by = { role: 'system', id: null, agency: null } as const
    for (let i = 0; i < 16; i++) {
      const atMs = server.clock.nowMs + i * 24 * 3_600_000
      await server.audit.write({ atMs, region: 'kukar', act: 'x.y', by, citizen: null, about: { kind: 'x', id: 'y' }, why: '-' })
    }
    const first = (await book(admin)).json
    expect([first.days.length, first.isMore, first.days[0].day]).toEqual([14, true, '2025-03-18'])
    const rest = (await book(admin, `&before=${first.days[13].day}`)).json
    expect([rest.days.map(({ day }: { day: string }) => day), rest.isMore]).toEqual([['2025-03-04', '2025-03-03'], false])
  })

  it('are for auditors and administrators of the region; an auditor gets the page with this part alone', async () => {
    const [sari, mata] = [await officer('sari'), await officer('mata')]
    await roles(mata.id, 'auditor')
    expect((await book(sari.cookie)).status).toBe(403)
    expect((await server.call('GET', '/api/admin/audit?region=kukar')).status).toBe(401)
    expect((await book(mata.cookie)).status).toBe(200)
    expect((await get('/api/admin/audit?region=jabar', mata.cookie)).status).toBe(403)
    expect((await get('/api/admin', mata.cookie)).json).toMatchObject({ isAuditor: true, regions: [{ slug: 'kukar' }] })
    expect((await get('/api/admin', admin)).json.isAuditor).toBe(false)
    expect((await get('/api/admin', sari.cookie)).status).toBe(403)
    for (const path of ['/api/admin/officers?region=kukar', '/api/admin/breaches?region=kukar', '/api/admin/rooms?region=kukar']) {
      expect([path, [403, 404].includes((await get(path, mata.cookie)).status)]).toEqual([path, true])
    }
  })

  /** The session of the first day is over. */
  async function fresh(): Promise<string | null> {
    const row = await server.store.findOfficerByUsername('petugas')
    if (row === null) return null
    const { createOfficerAccounts } = await import('../../../server/identity/index.ts')
    await server.store.putOfficer({ ...row, passwordHash: null })
    await createOfficerAccounts({ store: server.store, clock: server.clock }).choosePassword(row.id, { next: 'kata sandi admin' })
    return (await signIn('petugas', 'kata sandi admin')).cookie
  }
})
