import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveyElements } from '../../../game/survey/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { niks, testClock, testServer, type TestServer } from './harness.ts'

describe('from the code to the survey', () => {
  let server: TestServer
  let citizen: string
  let officer: string
  let ticket: string
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  it('signs a citizen in by code, and an officer by password', async () => {
    citizen = await server.signInCitizen(niks[0])
    officer = await server.signInOfficer()
    const mine = await server.call('GET', '/api/session', { cookie: citizen })
    expect(mine.json.session).toMatchObject({ role: 'citizen', isVerified: false })
    expect(mine.text).not.toContain(niks[0])
    expect((await server.call('GET', '/api/session', { cookie: officer })).json.session).toMatchObject({ role: 'officer', region: null })
    expect((await server.call('GET', '/api/session')).json).toEqual({ session: null })
  })

  it('gives a ticket, and the same one for the same key', async () => {
    const first = await server.take(citizen, 'ktp', 'same-key-1')
    expect(first.status).toBe(201)
    expect(first.json).toMatchObject({ label: 'A-001', state: 'waiting', ahead: 0, wait: null, agency: 'disdukcapil', day: '2025-03-03' })
    ticket = first.json.id
    expect((await server.take(citizen, 'ktp', 'same-key-1')).json.id).toBe(ticket)
    expect((await server.take(citizen, 'akta', 'same-key-1')).json.error.code).toBe('idempotency-mismatch')
    expect((await server.take(citizen, 'ktp', 'other-key-1')).json.error).toMatchObject({
      code: 'already-waiting',
      details: { label: 'A-001' },
    })
    expect((await server.take(citizen, 'ktp', 'short')).status).toBe(400)
  })

  it('serves it at a counter to its end', async () => {
    const counter = '/api/officer/counters/kukar.loket-01'
    const post = (url: string) => server.call('POST', url, { cookie: officer })
    expect((await server.call('GET', '/api/officer/counter', { cookie: officer })).json.error.code).toBe('counter-closed')
    expect((await post(`${counter}/open`)).json).toMatchObject({
      current: null,
      waiting: [{ label: 'A-001', nikMasked: expect.stringContaining('•') }],
    })
    expect((await server.call('GET', `/api/tickets/${ticket}`, { cookie: citizen })).json.wait).not.toBeNull()
    const called = await post(`${counter}/next`)
    expect(called.json).toMatchObject({
      current: { id: ticket, state: 'called', isVerified: false },
      waiting: [],
      contact: { state: 'ringing', rung: 'video' },
    })
    const open = (await server.call('GET', '/api/regions/kukar/queue')).json
    expect(open.counters[0]).toMatchObject({ counter: 'kukar.loket-01', isOpen: true, serving: 'A-001' })
    expect((await post(`/api/officer/tickets/${ticket}/finish`)).json.error.code).toBe('wrong-state')
    expect((await post(`/api/officer/tickets/${ticket}/serve`)).json.current.state).toBe('serving')
    expect((await post(`/api/officer/tickets/${ticket}/verify`)).json.current.isVerified).toBe(true)
    expect((await server.call('GET', '/api/session', { cookie: citizen })).json.session.isVerified).toBe(true)
    expect((await post(`/api/officer/tickets/${ticket}/finish`)).json).toMatchObject({ current: null, contact: null, servedToday: 1 })
    expect((await post(`/api/officer/tickets/${ticket}/verify`)).json.error.code).toBe('unknown-ticket')
    const start = (await server.call('GET', '/api/officer', { cookie: officer })).json
    expect(start.counters.find(({ id }: { id: string }) => id === 'kukar.loket-01').openBy).toBe('Petugas')
    expect(start.open.counter.id).toBe('kukar.loket-01')
    expect((await post(`${counter}/close`)).status).toBe(204)
  })

  it('takes the survey once, complete, and from the holder alone', async () => {
    const answers = Object.fromEntries(surveyElements.map((element) => [element, 4]))
    const rate = (body: Record<string, unknown>, cookie = citizen) => server.call('POST', `/api/tickets/${ticket}/survey`, { cookie, body })
    expect((await server.call('GET', '/api/tickets', { cookie: citizen })).json.tickets).toMatchObject([
      { id: ticket, state: 'done', isSurveyDue: true },
    ])
    const other = await server.signInCitizen(niks[1], '081234567891')
    expect((await rate({ answers }, other)).json.error.code).toBe('unknown-ticket')
    expect((await rate({ answers: { ...answers, waktu: 5 } })).json.error).toMatchObject({
      code: 'survey-invalid',
      details: { element: 'waktu' },
    })
    expect((await rate({ answers })).json.isSurveyDue).toBe(false)
    expect((await rate({ answers })).json.error.code).toBe('survey-done')
  })

  it('shows a citizen nothing of the officers, and an officer nothing of the tickets', async () => {
    expect((await server.call('GET', '/api/officer', { cookie: citizen })).json.error.code).toBe('forbidden')
    expect((await server.call('GET', '/api/officer')).json.error.code).toBe('sign-in-required')
    expect((await server.call('GET', '/api/tickets', { cookie: officer })).json.error.code).toBe('forbidden')
  })

  it('ends a session at sign-out and says so to its sockets', async () => {
    const cookie = await server.signInCitizen(niks[2], '081234567892')
    expect((await server.call('DELETE', '/api/session', { cookie })).json).toEqual({ session: null })
    expect((await server.call('GET', '/api/session', { cookie })).json).toEqual({ session: null })
    expect(server.signedOut).toHaveLength(1)
  })
})

it('keeps everything over a restart: sessions, tickets, the open counter, the ticket in hand, the talk', async () => {
  const store = openMemoryStore()
  const clock = testClock()
  const before = await testServer({ store, clock })
  const citizen = await before.signInCitizen(niks[0])
  const officer = await before.signInOfficer()
  await before.take(citizen)
  await before.call('POST', '/api/officer/counters/kukar.loket-01/open', { cookie: officer })
  const { current } = (await before.call('POST', '/api/officer/counters/kukar.loket-01/next', { cookie: officer })).json
  await before.call('POST', `/api/officer/tickets/${current.id}/serve`, { cookie: officer })
  await before.close()

  const after = await testServer({ store, clock })
  const view = (await after.call('GET', '/api/tickets', { cookie: citizen })).json.tickets[0]
  expect(view).toMatchObject({
    id: current.id,
    state: 'serving',
    counter: { id: 'kukar.loket-01', label: '1' },
    contact: { state: 'talking', rung: 'chat' },
  })
  expect((await after.call('GET', '/api/officer/counter', { cookie: officer })).json.current.id).toBe(current.id)
  expect((await after.call('POST', `/api/officer/tickets/${current.id}/finish`, { cookie: officer })).json.servedToday).toBe(1)
  await after.close()
})
