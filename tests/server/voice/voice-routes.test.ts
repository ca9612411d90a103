import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import type { ComplaintReceipt, LevyDetail, LevyReceipt, OfficerComplaintView } from '../../../game/api/index.ts'
import { createAudit } from '../../../server/audit/index.ts'
import { registerVoiceOfficerRoutes, registerVoiceRoutes } from '../../../server/http/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { createOccasions, createVoiceService } from '../../../server/voice/index.ts'
import { niks, testClock, testSecret, testServer, type TestServer } from '../http/harness.ts'
import { memoryVault } from './voice-server.ts'

let server: TestServer
afterEach(() => server.close())

const dayMs = 86_400_000

async function start() {
  const store = openMemoryStore()
  const clock = testClock()
  const audit = createAudit({ store, offsetOf: () => 480 })
  const { vault, kept } = memoryVault(audit, clock)
  let tend: () => Promise<number> = async () => 0
  server = await testServer({
    store,
    clock,
    extend: async (app: FastifyInstance, { malls, queue }) => {
      const voice = createVoiceService({
        store,
        audit,
        vault,
        secret: testSecret,
        clock,
        calendarOf: async () => ({ utcOffsetMinutes: 480, weekdays: [1, 2, 3, 4, 5], opensMinute: 480, closesMinute: 960, holidays: [] }),
        occasions: createOccasions({ queue, malls, cases: null, payments: { ofCase: async () => null } }),
      })
      await app.register(async (scope) => {
        registerVoiceRoutes(scope.withTypeProvider(), { malls, queue, clock, voice })
        registerVoiceOfficerRoutes(scope.withTypeProvider(), { malls, store, clock, voice })
      })
      tend = () => voice.complaints.tend()
    },
  })
  const admin = await server.signInOfficer()
  let keys = 0
  return {
    store,
    clock,
    audit,
    kept,
    admin,
    tend: () => tend(),
    siti: await server.signInCitizen(niks[0]),
    post: (url: string, body: Record<string, unknown>, cookie?: string) =>
      server.call('POST', url, { body, cookie, headers: { 'idempotency-key': `key-of-a-test-${++keys}` } }),
    /** An officer with these roles, signed in. */
    async officer(username: string, agency: string | null, roles?: string[]): Promise<{ cookie: string; id: string }> {
      const made = await server.call('POST', '/api/admin/officers', {
        cookie: admin,
        body: { name: username, username, region: 'kukar', agency },
      })
      const { id } = made.json.officer as { id: string }
      if (roles !== undefined) await store.putSetting({ key: `roles/${id}`, value: { roles }, updatedAtMs: 0, updatedBy: 'test' })
      const answer = await server.call('POST', '/api/officer/session', { body: { username, password: made.json.password } })
      return { cookie: String([answer.headers['set-cookie']].flat()[0]).split(';')[0], id }
    },
  }
}
/** A ticket that an officer of Disdukcapil has called to counter 1. */
async function served(officer: string, citizen: string): Promise<string> {
  const ticket = (await server.take(citizen)).json as { id: string }
  await server.call('POST', '/api/officer/counters/kukar.loket-01/open', { cookie: officer })
  await server.call('POST', '/api/officer/counters/kukar.loket-01/next', { cookie: officer })
  return ticket.id
}
const complaint = (over: Record<string, unknown> = {}) => ({
  region: 'kukar',
  agency: 'disdukcapil',
  kind: 'service',
  text: 'Sudah tiga kali datang, blangko selalu habis.',
  isAnonymous: false,
  ...over,
})

describe('a complaint', () => {
  test('with an account: sent, taken, answered, reopened with the next role, rated', async () => {
    const { siti, post, officer } = await start()
    const front = await officer('depan', 'disdukcapil', ['front'])
    const head = await officer('kepala', 'disdukcapil', ['approver'])
    const sent = await post('/api/complaints', complaint(), siti)
    expect(sent.status).toBe(201)
    const { complaint: view, code } = sent.json as ComplaintReceipt
    expect(code).toBeNull()
    // 14 working days after Monday 3 March end on Friday 21 March at 16:00 there.
    expect(view).toMatchObject({
      state: 'received',
      level: 'desk',
      dueAt: '2025-03-21T08:00:00.000Z',
      number: expect.stringMatching(/^P-[2-9A-Z]{4}-[2-9A-Z]{2}$/),
    })
    const path = `/api/officer/complaints/${view.id}`
    expect((await server.call('GET', path, { cookie: head.cookie })).status).toBe(200)
    expect(
      (await server.call('POST', `${path}/answer`, { cookie: front.cookie, body: { text: 'Blangko sudah tiba hari ini.' } })).json.error
        .code,
    ).toBe('not-in-hand')
    expect((await server.call('POST', `${path}/take`, { cookie: front.cookie })).json.actions).toEqual(['answer'])
    expect((await server.call('POST', `${path}/take`, { cookie: head.cookie })).json.error.code).toBe('in-other-hands')
    const answered = await server.call('POST', `${path}/answer`, { cookie: front.cookie, body: { text: 'Blangko sudah tiba hari ini.' } })
    expect((answered.json as OfficerComplaintView).words.map(({ from }) => from)).toEqual(['citizen', 'office'])
    const reopened = await server.call('POST', `/api/complaints/${view.id}/reopen`, {
      cookie: siti,
      body: { text: 'Saya datang dan tetap habis.' },
    })
    expect(reopened.json).toMatchObject({ state: 'received', level: 'head' })
    expect((await server.call('GET', path, { cookie: front.cookie })).json.error.code).toBe('unknown-complaint')
    await server.call('POST', `${path}/take`, { cookie: head.cookie })
    await server.call('POST', `${path}/answer`, { cookie: head.cookie, body: { text: 'Kami antar ke rumah Anda.' } })
    const rated = await server.call('POST', `/api/complaints/${view.id}/rate`, { cookie: siti, body: { rating: 4 } })
    expect(rated.json).toMatchObject({ state: 'closed', rating: 4 })
    const mine = (await server.call('GET', '/api/complaints', { cookie: siti })).json
    expect(mine.complaints[0].words.map(({ text }: { text: string }) => text)).toContain('Kami antar ke rumah Anda.')
  })

  test('anonymous: a code opens it again, and nothing kept says who', async () => {
    const { siti, post, store, kept, officer, audit } = await start()
    const front = await officer('depan', 'disdukcapil')
    const who = await server.identity.whoIs(siti)
    const citizen = who.role === 'citizen' ? who.citizen.id : ''
    const sent = await post('/api/complaints', complaint({ isAnonymous: true }), siti)
    const { complaint: view, code } = sent.json as ComplaintReceipt
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}$/)
    const opened = await server.call('POST', '/api/complaints/open', { body: { code: code?.toLowerCase().replaceAll('-', ' ') } })
    expect(opened.json.id).toBe(view.id)
    expect((await server.call('POST', '/api/complaints/open', { body: { code: 'AAAA-AAAA-AAAA' } })).status).toBe(404)
    expect((await server.call('GET', `/api/complaints/${view.id}`, { cookie: siti })).status).toBe(404)
    expect((await server.call('POST', `/api/complaints/${view.id}/rate`, { body: { rating: 1, code: 'AAAA-AAAA-AAAA' } })).status).toBe(404)
    const path = `/api/officer/complaints/${view.id}`
    await server.call('POST', `${path}/take`, { cookie: front.cookie })
    await server.call('POST', `${path}/answer`, { cookie: front.cookie, body: { text: 'Terima kasih, kami perbaiki.' } })
    expect((await server.call('POST', `/api/complaints/${view.id}/rate`, { body: { rating: 3, code } })).json.state).toBe('closed')
    const stream = JSON.stringify(await store.readStream(`complaint/${view.id}`))
    const record = JSON.stringify(await store.findRecord('complaint', view.id))
    for (const text of [stream, record, JSON.stringify([...kept.values()].map(({ owner }) => owner))]) {
      expect(text).not.toContain(citizen)
      expect(text).not.toContain(code)
      expect(text).not.toContain('blangko')
    }
    expect(await audit.accessesOf(citizen)).toEqual([])
  })

  test('about a ticket goes to the agency that served it, and never to the officer who did', async () => {
    const { siti, post, officer } = await start()
    const front = await officer('depan', 'disdukcapil')
    const other = await officer('rekan', 'disdukcapil')
    const ticket = await served(front.cookie, siti)
    const sent = await post('/api/complaints', complaint({ agency: 'pajak', ticket, kind: 'service' }), siti)
    const { complaint: view } = sent.json as ComplaintReceipt
    expect(view.agency).toBe('disdukcapil')
    const path = `/api/officer/complaints/${view.id}`
    expect((await server.call('GET', path, { cookie: front.cookie })).json.error.code).toBe('unknown-complaint')
    expect((await server.call('POST', `${path}/take`, { cookie: front.cookie })).status).toBe(404)
    expect((await server.call('GET', '/api/officer/complaints?region=kukar', { cookie: front.cookie })).json.complaints).toEqual([])
    expect((await server.call('GET', '/api/officer/complaints?region=kukar', { cookie: other.cookie })).json.complaints).toHaveLength(1)
    const budi = await server.signInCitizen(niks[1], '081234567891')
    expect((await post('/api/complaints', complaint({ ticket }), budi)).json.error.code).toBe('unknown-ticket')
  })

  test('sent twice with one key is one; too few words and unknown places are refused', async () => {
    const { siti } = await start()
    const send = (body: Record<string, unknown>) =>
      server.call('POST', '/api/complaints', { cookie: siti, body, headers: { 'idempotency-key': 'the-same-key' } })
    const first = await send(complaint())
    const second = await send(complaint())
    expect(second.json.complaint.id).toBe(first.json.complaint.id)
    expect((await server.call('GET', '/api/complaints', { cookie: siti })).json.complaints).toHaveLength(1)
    const other = (body: Record<string, unknown>) =>
      server.call('POST', '/api/complaints', { body, headers: { 'idempotency-key': 'another-key' } })
    expect((await other(complaint({ text: 'jelek' }))).json.error.code).toBe('text-short')
    expect((await other(complaint({ region: 'x' }))).json.error.code).toBe('unknown-region')
    expect((await other(complaint({ agency: 'x' }))).json.error.code).toBe('unknown-agency')
  })

  test('overdue goes up by itself, role by role', async () => {
    const { siti, post, tend, clock } = await start()
    const { complaint: view } = (await post('/api/complaints', complaint(), siti)).json as ComplaintReceipt
    expect(await tend()).toBe(0)
    clock.nowMs = Date.parse(view.dueAt ?? '') + 1000
    expect(await tend()).toBe(1)
    const path = `/api/complaints/${view.id}`
    const later = await server.signInCitizen(niks[0])
    expect((await server.call('GET', path, { cookie: later })).json).toMatchObject({ level: 'head', isLate: false, state: 'received' })
    clock.nowMs += 5 * dayMs
    expect(await tend()).toBe(1)
    expect((await server.call('GET', path, { cookie: await server.signInCitizen(niks[0]) })).json).toMatchObject({ level: 'integrity' })
  })
})

describe('"I was asked for money"', () => {
  test('one tap seals officer, counter and fee as the server knows them; only integrity sees it, and nobody of that agency', async () => {
    const { siti, post, officer, store } = await start()
    const front = await officer('depan', 'disdukcapil')
    const ticket = await served(front.cookie, siti)
    const sent = await post('/api/levies', { region: 'kukar', ticket }, siti)
    expect(sent.status).toBe(201)
    const receipt = sent.json as LevyReceipt
    expect(receipt).toMatchObject({ state: 'sealed', wordsAdded: 0, outcome: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await post('/api/levies', { region: 'kukar', ticket }, siti)).json).toMatchObject({
      number: receipt.number,
      code: receipt.code,
    })

    const own = await officer('orang.dalam', 'disdukcapil', ['integrity', 'approver'])
    const unit = await officer('upg', null, ['integrity'])
    const list = (cookie: string) => server.call('GET', '/api/integrity/levies?region=kukar', { cookie })
    expect((await list(front.cookie)).status).toBe(403)
    expect((await list(siti)).status).toBe(403)
    expect((await list(own.cookie)).json.levies).toEqual([])
    const [row] = (await list(unit.cookie)).json.levies as { id: string }[]
    const path = `/api/integrity/levies/${row.id}`
    expect((await server.call('GET', `${path}?region=kukar`, { cookie: own.cookie })).json.error.code).toBe('unknown-levy')
    const detail = (await server.call('GET', `${path}?region=kukar`, { cookie: unit.cookie })).json as LevyDetail
    expect(detail).toMatchObject({
      isIntact: true,
      hash: receipt.hash,
      facts: { agency: 'disdukcapil', counter: '1', officerName: 'depan', label: 'A-001' },
    })
    expect(JSON.stringify(detail)).not.toContain(ticket)
    const stored = JSON.stringify([await store.readStream('levy/kukar'), await store.findRecord('levy', row.id)])
    const who = await server.identity.whoIs(siti)
    expect(stored).not.toContain(who.role === 'citizen' ? who.citizen.id : '-')
    expect(stored).not.toContain(ticket)

    await server.call('POST', `${path}/take?region=kukar`, { cookie: unit.cookie })
    await post('/api/levies/words', { code: receipt.code, text: 'Diminta lima puluh ribu di depan loket.' })
    const words = (await server.call('GET', `${path}?region=kukar`, { cookie: unit.cookie })).json as LevyDetail
    expect(words.words).toEqual(['Diminta lima puluh ribu di depan loket.'])
    const body = { outcome: 'proven', text: 'Petugas ditindak, uang dikembalikan.' }
    await server.call('POST', `${path}/close?region=kukar`, { cookie: unit.cookie, body })
    const after = await server.call('POST', '/api/levies/open', { body: { code: receipt.code } })
    expect(after.json).toMatchObject({ state: 'closed', outcome: 'proven', finding: body.text })
    expect((await server.call('GET', '/api/integrity/chain?region=kukar', { cookie: unit.cookie })).json).toMatchObject({
      events: 4,
      brokenAt: null,
    })
  })

  test('a slip of the thumb is taken back within a quarter of an hour, and stays in the chain', async () => {
    const { siti, post, clock, officer } = await start()
    const ticket = (await server.take(siti)).json.id as string
    const receipt = (await post('/api/levies', { region: 'kukar', ticket }, siti)).json as LevyReceipt
    expect(receipt.retractUntil).not.toBeNull()
    expect((await server.call('POST', '/api/levies/retract', { body: { code: receipt.code } })).json.state).toBe('retracted')
    const second = (await post('/api/levies', { region: 'kukar', text: 'Diminta uang di pintu masuk.' })).json as LevyReceipt
    clock.nowMs += 15 * 60_000 + 1
    expect((await server.call('POST', '/api/levies/retract', { body: { code: second.code } })).json.error.code).toBe('retract-late')
    const unit = await officer('upg', null, ['integrity'])
    expect((await server.call('GET', '/api/integrity/chain?region=kukar', { cookie: unit.cookie })).json).toMatchObject({
      events: 4,
      brokenAt: null,
    })
  })

  test("nobody reports about somebody else's ticket; a kiosk's slip needs its code", async () => {
    const { siti, post } = await start()
    const ticket = (await server.take(siti)).json.id as string
    const budi = await server.signInCitizen(niks[1], '081234567891')
    expect((await post('/api/levies', { region: 'kukar', ticket }, budi)).json.error.code).toBe('unknown-ticket')
    expect((await post('/api/levies', { region: 'kukar', ticket })).status).toBe(401)
    expect((await post('/api/levies', { region: 'kukar', slip: 'AAAA-AAAA' })).json.error.code).toBe('unknown-code')
    const code = await server.queue.codes.codeOf(ticket, 'kukar')
    expect((await post('/api/levies', { region: 'kukar', slip: code })).status).toBe(201)
  })

  test('a chain that was altered in the store is found', async () => {
    const { siti, post, store, officer } = await start()
    const unit = await officer('upg', null, ['integrity'])
    await post('/api/levies', { region: 'kukar', text: 'Diminta uang di pintu masuk.' }, siti)
    const read = store.readStream.bind(store)
    store.readStream = async (stream, after) =>
      (await read(stream, after)).map((event) =>
        stream === 'levy/kukar' && event.version === 1 ? { ...event, data: { ...(event.data as object), agency: 'lain' } } : event,
      )
    expect((await server.call('GET', '/api/integrity/chain?region=kukar', { cookie: unit.cookie })).json).toMatchObject({ brokenAt: 1 })
  })
})

describe('a gift', () => {
  test('is declared by who received it, seen by integrity, and judged by somebody else', async () => {
    const { officer, post } = await start()
    const front = await officer('depan', 'disdukcapil')
    const unit = await officer('upg', null, ['integrity'])
    const other = await officer('lain', 'pajak')
    const body = { region: 'kukar', receivedOn: '2025-03-03', text: 'Parsel buah dari pemohon KTP.' }
    const declared = await post('/api/officer/gifts', body, front.cookie)
    // 30 working days after Monday 3 March end on Monday 14 April.
    expect(declared.json).toMatchObject({ state: 'declared', dueAt: '2025-04-14T08:00:00.000Z', isMine: true, steps: [] })
    const id = declared.json.id as string
    expect((await post('/api/officer/gifts', { ...body, receivedOn: '2025-03-04' }, front.cookie)).json.error.code).toBe('gift-future')
    expect((await server.call('GET', `/api/officer/gifts/${id}`, { cookie: other.cookie })).json.error.code).toBe('unknown-gift')
    expect((await server.call('GET', '/api/integrity/gifts?region=kukar', { cookie: front.cookie })).status).toBe(403)
    const advance = (to: string, cookie: string) => server.call('POST', `/api/integrity/gifts/${id}/advance`, { cookie, body: { to } })
    expect((await advance('reviewed', front.cookie)).status).toBe(403)
    expect((await advance('reported', unit.cookie)).json.error.code).toBe('voice-state')
    expect((await advance('reviewed', unit.cookie)).json.steps).toEqual(['reported', 'returned'])
    expect((await server.call('GET', '/api/officer/gifts', { cookie: front.cookie })).json.gifts).toMatchObject([{ state: 'reviewed' }])
  })
})
