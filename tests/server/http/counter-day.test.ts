import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { niks, testServer, type TestServer } from './harness.ts'

const desk = '/api/officer/counters/kukar.loket-01'

describe('a day at the counter', () => {
  let server: TestServer
  let officer: string
  let citizen: string
  let kioskKey: string
  beforeAll(async () => {
    server = await testServer()
    officer = await server.signInOfficer()
    citizen = await server.signInCitizen(niks[0])
    await post(`${desk}/open`)
  })
  afterAll(() => server.close())

  const post = (url: string, body?: Record<string, unknown>) => server.call('POST', url, { cookie: officer, body })
  const kiosk = (key: string, headers: Record<string, string>, body: Record<string, unknown> = {}) =>
    server.call('POST', '/api/kiosk/tickets', {
      body: { region: 'kukar', group: 'ktp', service: null, ...body },
      headers: { 'idempotency-key': key, ...headers },
    })

  it('pairs a kiosk by an officer only, and gives numbers at a paired one only', async () => {
    expect((await server.call('GET', '/api/officer/kiosk?region=kukar')).status).toBe(401)
    const { path } = (await server.call('GET', '/api/officer/kiosk?region=kukar', { cookie: officer })).json
    kioskKey = path.split('#kunci=')[1]
    expect((await kiosk('kiosk-key-1', {})).json.error.code).toBe('kiosk-key')
    expect((await kiosk('kiosk-key-1', { 'x-kiosk-key': `${kioskKey.slice(0, -1)}_` })).json.error.code).toBe('kiosk-key')
    expect((await kiosk('kiosk-key-1', { 'x-kiosk-key': kioskKey }, { region: 'jabar' })).json.error.code).toBe('kiosk-key')
  })

  it('prints one number for one key, opens it again by its code, and lets its holder claim it', async () => {
    const taken = await kiosk('kiosk-key-1', { 'x-kiosk-key': kioskKey }, { priority: 'pregnant' })
    expect(taken).toMatchObject({ status: 201, json: { ticket: { label: 'A-001', priority: 'pregnant', receipt: { line: 1 } } } })
    expect((await kiosk('kiosk-key-1', { 'x-kiosk-key': kioskKey }, { priority: 'pregnant' })).json).toEqual(taken.json)
    const { code } = taken.json
    expect((await server.call('GET', `/api/kiosk/tickets/${code.toLowerCase()}`)).json).toMatchObject({
      code,
      ticket: { label: 'A-001', ahead: 0 },
    })
    expect((await server.call('GET', '/api/kiosk/tickets/ZZZZZZZZ')).json.error).toMatchObject({
      code: 'unknown-code',
      details: { code: 'ZZZZZZZZ' },
    })
    const claim = (cookie?: string) => server.call('POST', '/api/tickets/claim', { cookie, body: { code } })
    expect((await claim()).status).toBe(401)
    expect((await claim(citizen)).json).toMatchObject({ label: 'A-001', state: 'waiting' })
    expect((await server.call('GET', '/api/tickets', { cookie: citizen })).json.tickets).toMatchObject([{ label: 'A-001' }])
  })

  it('calls, parks, calls by name, transfers and skips, with the reasons the queue asks for', async () => {
    await kiosk('kiosk-key-2', { 'x-kiosk-key': kioskKey })
    const first = (await post(`${desk}/next`)).json.current
    expect(first).toMatchObject({ label: 'A-001', priority: 'pregnant', isGuest: false })
    const act = (id: string, action: string, body?: Record<string, unknown>) => post(`/api/officer/tickets/${id}/${action}`, body)
    expect((await act(first.id, 'recall')).json.error).toMatchObject({ code: 'too-soon', details: { seconds: 15 } })
    expect((await act(first.id, 'park', { room: ' ' })).json.error.code).toBe('room-missing')
    expect((await act(first.id, 'park', { room: 'Ruang Laktasi' })).json).toMatchObject({
      current: null,
      parked: [{ room: 'Ruang Laktasi' }],
    })
    expect((await server.call('GET', `/api/tickets/${first.id}`, { cookie: citizen })).json).toMatchObject({
      state: 'parked',
      room: 'Ruang Laktasi',
    })

    const second = (await post(`${desk}/next`)).json.current
    expect(second).toMatchObject({ label: 'A-002', isGuest: true, nikMasked: '' })
    expect((await act(first.id, 'call', { reason: 'came-back' })).json.error).toMatchObject({
      code: 'counter-busy',
      details: { label: 'A-002' },
    })
    server.clock.nowMs += 60_000
    expect((await act(second.id, 'skip')).json).toMatchObject({ current: null, skipped: [{ label: 'A-002' }] })
    expect((await act(first.id, 'call', { reason: 'because' })).status).toBe(400)
    expect((await act(first.id, 'call', { reason: 'came-back' })).json).toMatchObject({ current: { label: 'A-001' }, parked: [] })
    expect((await act(first.id, 'note', { text: 'KK dibawa besok' })).json.current.notes).toMatchObject([{ text: 'KK dibawa besok' }])
    await act(first.id, 'serve')
    expect((await act(first.id, 'transfer', { to: { type: 'group', group: 'nowhere', service: null } })).json.error.code).toBe(
      'unknown-group',
    )
    const sent = await act(first.id, 'transfer', { to: { type: 'group', group: 'npwp', service: null } })
    expect(sent.json.current).toBeNull()
    expect((await server.call('GET', `/api/tickets/${first.id}`, { cookie: citizen })).json).toMatchObject({
      group: 'npwp',
      label: 'A-001',
      ahead: 0,
    })
  })

  it('pauses a counter, closes a line, and says so to everybody', async () => {
    const publicState = async () => (await server.call('GET', '/api/regions/kukar/queue')).json
    expect((await post(`${desk}/pause`, { reason: '' })).json.error.code).toBe('reason-missing')
    await post(`${desk}/pause`, { reason: 'salat' })
    expect((await publicState()).counters[0]).toMatchObject({ isOpen: true, paused: 'salat' })
    expect((await post(`${desk}/pause`, { reason: null })).json.paused).toBeNull()
    await post('/api/officer/lines/ktp/close', { reason: 'server SIAK mati', until: null })
    expect((await publicState()).groups[0]).toMatchObject({ group: 'ktp', closed: 'server SIAK mati' })
    const refused = await kiosk('kiosk-key-3', { 'x-kiosk-key': kioskKey })
    expect(refused.json.error).toMatchObject({ code: 'line-closed', details: { reason: 'server SIAK mati' } })
    expect((await post('/api/officer/lines/npwp/close', { reason: 'x', until: null })).json.error.code).toBe('unknown-group')
    expect((await post('/api/officer/lines/ktp/open')).json.lines[0]).toMatchObject({ group: 'ktp', closed: null })
    const put = await server.call('PUT', '/api/officer/agency', {
      cookie: officer,
      body: { isCentralUp: false, hasBlanks: false, note: 'blangko KTP habis' },
    })
    expect(put.json.agency).toMatchObject({ isCentralUp: false, hasBlanks: false, note: 'blangko KTP habis' })
    expect((await server.call('GET', '/api/regions/kukar/agencies')).json.agencies[0]).toMatchObject({
      agency: 'disdukcapil',
      isCentralUp: false,
    })
    expect((await post('/api/officer/emergency', { text: 'tolong' })).status).toBe(204)
    expect(server.emergencies).toMatchObject([{ region: 'kukar', counter: '1', text: 'tolong' }])
  })

  it('books, and shows anybody the day’s proof and officers its figures', async () => {
    const { slots } = (await server.call('GET', '/api/regions/kukar/groups/akta/slots?day=2025-03-04')).json
    const body = { region: 'kukar', group: 'akta', service: null, slotAt: slots[0].at }
    const booked = await server.call('POST', '/api/tickets', { cookie: citizen, body, headers: { 'idempotency-key': 'book-key-1' } })
    expect(booked.json).toMatchObject({
      state: 'reserved',
      day: '2025-03-04',
      slotAt: slots[0].at,
      label: expect.stringMatching(/^R-\w{4}$/),
    })
    expect(String(booked.headers['set-cookie'])).toContain('balai_device=')
    const days = (await server.call('GET', '/api/regions/kukar/proof/2025-03-03')).json
    expect(days.lines.map(({ group }: { group: string }) => group)).toEqual(['ktp', 'npwp'])
    const file = await server.call('GET', '/api/regions/kukar/proof/2025-03-03/ktp')
    const rows = file.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows[0]).toMatchObject({ format: 'balai-queue-1', group: 'ktp', day: '2025-03-03' })
    expect(rows).toHaveLength(1 + days.lines[0].events)
    expect((await server.call('GET', '/api/regions/kukar/proof/2025-03-03/akta')).json.error.code).toBe('no-proof')
    expect((await server.call('GET', '/api/officer/statistics')).status).toBe(401)
    expect((await server.call('GET', '/api/officer/statistics?region=kukar', { cookie: officer })).json.whole).toMatchObject({
      count: 3,
      noShow: 1,
    })
    const csv = await server.call('GET', '/api/officer/statistics.csv?region=kukar', { cookie: officer })
    expect([csv.headers['content-type'], csv.text.split('\r\n')[0].split(',')[0]]).toEqual(['text/csv; charset=utf-8', 'group'])
  })

  it('ends what is in hand and calls the next in one stroke, and calls nobody when the first is refused', async () => {
    for (const key of ['kiosk-key-7', 'kiosk-key-8']) await kiosk(key, { 'x-kiosk-key': kioskKey })
    const first = (await post(`${desk}/next`)).json.current
    expect((await post(`${desk}/next`, { after: { type: 'park', room: ' ' } })).json.error.code).toBe('room-missing')
    expect((await post(`${desk}/next`, { after: { type: 'finish' } })).json.error.code).toBe('wrong-state')
    expect((await server.call('GET', '/api/officer/counter', { cookie: officer })).json.current).toEqual(first)
    await post(`/api/officer/tickets/${first.id}/serve`)
    const next = (await post(`${desk}/next`, { after: { type: 'finish' } })).json
    expect(next).toMatchObject({ servedToday: 1, current: { state: 'called' } })
    expect(next.current.id).not.toBe(first.id)
    const last = await post(`${desk}/next`, { after: { type: 'park', room: 'Ruang Laktasi' } })
    expect(last.json.error.code).toBe('nobody-waiting')
    const counter = (await server.call('GET', '/api/officer/counter', { cookie: officer })).json
    expect(counter).toMatchObject({ current: null, parked: [{ id: next.current.id }] })
  })

  it('lets the holder of a code give up the place or come back to it, and nobody once it is somebody’s', async () => {
    const own = { 'x-kiosk-key': kioskKey }
    const { code } = (await kiosk('kiosk-key-9', own)).json
    const act = (action: string) => server.call('POST', `/api/kiosk/tickets/${code}/${action}`)
    expect((await act('rejoin')).json.error.code).toBe('wrong-state')
    const called = (await post(`${desk}/next`)).json.current
    server.clock.nowMs += 60_000
    await post(`/api/officer/tickets/${called.id}/skip`)
    expect((await act('rejoin')).json).toMatchObject({ code, ticket: { state: 'waiting', ahead: 0 } })
    expect((await act('cancel')).json.ticket.state).toBe('cancelled')
    expect((await server.call('POST', '/api/kiosk/tickets/ZZZZZZZZ/cancel')).json.error.code).toBe('unknown-code')
    const other = (await kiosk('kiosk-key-10', own)).json
    await server.call('POST', '/api/tickets/claim', { cookie: citizen, body: { code: other.code } })
    expect((await server.call('POST', `/api/kiosk/tickets/${other.code}/cancel`)).json.error.code).toBe('unknown-code')
  })
})
