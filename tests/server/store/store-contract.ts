import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  AppendRequest,
  ChallengeRow,
  CitizenRow,
  OfficerRow,
  RecordRow,
  SessionRow,
  Store,
  SurveyRow,
  TicketRow,
} from '../../../server/store/index.ts'

const t0 = Date.UTC(2026, 0, 5, 1, 0)

export function appendOf(stream: string, expected: number, count = 1, more: Partial<AppendRequest> = {}): AppendRequest {
  const events = Array.from({ length: count }, (_, i) => ({
    type: 'issued',
    atMs: t0 + i,
    data: { n: expected + i + 1, note: 'é', none: null },
  }))
  return { stream, expected, events, tickets: [], idempotency: null, ...more }
}

export function ticketOf(id: string, more: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    citizen: 'c1',
    region: 'kukar',
    group: 'ktp',
    day: '2026-01-05',
    label: 'A-001',
    service: null,
    state: 'waiting',
    counter: null,
    issuedAtMs: t0,
    updatedAtMs: t0,
    ...more,
  }
}

function recordOf(id: string, more: Partial<RecordRow> = {}): RecordRow {
  const place = { kind: 'case', region: 'kukar', owner: 'c1', desk: 'dukcapil', state: 'submitted', dueMs: null }
  return { id, ...place, createdAtMs: t0, updatedAtMs: t0, data: { step: 1, note: 'é' }, ...more }
}

function citizenOf(id: string, phone: string, nikHash = 'nik1'): CitizenRow {
  return { id, nikHash, nikMasked: '6402••••••••0001', phone, isVerified: false, verifiedBy: null, verifiedAtMs: null, createdAtMs: t0 }
}
function challengeOf(id: string, createdAtMs = t0): ChallengeRow {
  return {
    id,
    subject: 'nik1/+62812',
    nikHash: 'nik1',
    nikMasked: '6402••••••••0001',
    phone: '+62812',
    codeHash: 'h',
    wrong: 0,
    isConsumed: false,
    createdAtMs,
    expiresAtMs: createdAtMs + 300_000,
  }
}
function sessionOf(hash: string, holder: string, more: Partial<SessionRow> = {}): SessionRow {
  return { hash, role: 'citizen', holder, createdAtMs: t0, expiresAtMs: t0 + 1000, ...more }
}
function officerOf(id: string, more: Partial<OfficerRow> = {}): OfficerRow {
  return {
    id,
    username: id,
    passwordHash: 's:h',
    issuer: null,
    subject: null,
    name: 'Ani',
    region: null,
    agency: null,
    createdAtMs: t0,
    ...more,
  }
}
const survey: SurveyRow = { ticket: 't1', region: 'kukar', group: 'ktp', service: null, answers: { waktu: 4 }, atMs: t0 }

/** What every store must keep. `open` gives a new, empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it('appends events and reads them back from any version', async () => {
      await store.append(appendOf('queue/kukar/ktp/2026-01-05', 0, 3))
      await store.append(appendOf('queue/kukar/ktp/2026-01-05', 3, 1))
      const all = await store.readStream('queue/kukar/ktp/2026-01-05')
      expect(all.map((event) => event.version)).toEqual([1, 2, 3, 4])
      expect(all[3]).toEqual({ version: 4, type: 'issued', atMs: t0, data: { n: 4, note: 'é', none: null } })
      expect((await store.readStream('queue/kukar/ktp/2026-01-05', 2)).map((event) => event.version)).toEqual([3, 4])
      expect(await store.readStream('nothing')).toEqual([])
    })

    it('refuses an append to a stream that has moved, whole', async () => {
      await store.append(appendOf('s', 0, 2))
      for (const expected of [0, 1, 3]) {
        await expect(store.append(appendOf('s', expected, 1, { tickets: [ticketOf('t9')] }))).rejects.toMatchObject({
          code: 'version-conflict',
          details: { actual: 2 },
        })
      }
      await expect(store.append(appendOf('new', 4))).rejects.toMatchObject({ code: 'version-conflict', details: { actual: 0 } })
      expect(await store.readStream('s')).toHaveLength(2)
      expect(await store.findTicket('t9')).toBeNull()
    })

    it('does a request once: the second with its idempotency key is a duplicate even when the stream has moved', async () => {
      const idempotency = { scope: 'c1', key: 'k-12345678', fingerprint: 'f', result: '{"id":"t1"}', atMs: t0 }
      await store.append(appendOf('s', 0, 1, { idempotency, tickets: [ticketOf('t1')] }))
      await expect(store.append(appendOf('s', 0, 1, { idempotency }))).rejects.toMatchObject({ code: 'duplicate-key' })
      await expect(store.append(appendOf('s', 1, 1, { idempotency }))).rejects.toMatchObject({ code: 'duplicate-key' })
      expect(await store.readStream('s')).toHaveLength(1)
      expect(await store.findIdempotent('c1', 'k-12345678')).toEqual(idempotency)
      expect(await store.findIdempotent('c2', 'k-12345678')).toBeNull()
      await store.append(appendOf('s', 1, 1, { idempotency: { ...idempotency, scope: 'c2' } }))
    })

    it('keeps a refused append from taking its key', async () => {
      const idempotency = { scope: 'c1', key: 'k-12345678', fingerprint: 'f', result: '', atMs: t0 }
      await expect(store.append(appendOf('s', 7, 1, { idempotency }))).rejects.toMatchObject({ code: 'version-conflict' })
      expect(await store.findIdempotent('c1', 'k-12345678')).toBeNull()
      await store.append(appendOf('s', 0, 1, { idempotency }))
    })

    it('settles 100 appends at once, half of them conflicting, each on its own', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 100 }, (_, i) => {
          const stream = `s${i >> 1}`
          return store.append(appendOf(stream, 0, 2, { tickets: [ticketOf(`t${i}`)] }))
        }),
      )
      for (const [i, outcome] of outcomes.entries()) {
        expect(outcome.status, `append ${i}`).toBe(i % 2 === 0 ? 'fulfilled' : 'rejected')
        expect((await store.findTicket(`t${i}`)) === null, `ticket ${i}`).toBe(i % 2 === 1)
      }
      for (let i = 0; i < 50; i++) expect(await store.readStream(`s${i}`)).toHaveLength(2)
    })

    it('refuses what is not plain data to its caller alone', async () => {
      const wrong = appendOf('bad', 0, 1, { events: [{ type: 'x', atMs: t0, data: { n: 1n, f: () => 1 } }] })
      const [good, bad] = await Promise.allSettled([store.append(appendOf('good', 0)), store.append(wrong)])
      expect(good.status).toBe('fulfilled')
      expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) })
      expect(await store.readStream('bad')).toEqual([])
    })

    it('lists streams by prefix, taking % and _ as they are', async () => {
      for (const stream of ['q/a/1', 'q/a/2', 'q/b/1', 'q%a', 'q_a', 'r']) await store.append(appendOf(stream, 0))
      expect(await store.listStreams('q/a/')).toEqual(['q/a/1', 'q/a/2'])
      expect(await store.listStreams('q%')).toEqual(['q%a'])
      expect(await store.listStreams('q_')).toEqual(['q_a'])
      expect(await store.listStreams('')).toHaveLength(6)
    })

    it('keeps the newest state of a ticket, and finds a citizen’s', async () => {
      const tickets = [ticketOf('t1'), ticketOf('t2', { citizen: 'c2' }), ticketOf('t0', { issuedAtMs: t0 - 9 })]
      await store.append(appendOf('s', 0, 1, { tickets }))
      const called = ticketOf('t1', { state: 'called', counter: 'kukar.loket-01', updatedAtMs: t0 + 5 })
      await store.append(appendOf('s', 1, 1, { tickets: [called] }))
      expect(await store.findTicket('t1')).toEqual(called)
      expect(await store.ticketsOf('c1', t0)).toEqual([called])
      expect((await store.ticketsOf('c1', 0)).map((ticket) => ticket.id)).toEqual(['t0', 't1'])
    })

    it('finds a ticket by the hash of its code, and keeps the first ticket of a hash', async () => {
      const row = { codeHash: 'h1', ticket: 't1', region: 'kukar', atMs: t0 }
      await store.putCode(row)
      await store.putCode({ ...row, ticket: 't2', atMs: t0 + 1 })
      expect(await store.findCode('h1')).toEqual(row)
      expect(await store.findCode('h2')).toBeNull()
    })

    it('keeps the newest value of a setting, and lists settings by prefix, taking % and _ as they are', async () => {
      const settingOf = (key: string, value: unknown) => ({ key, value, updatedAtMs: t0, updatedBy: 'o1' })
      for (const key of ['hours/b', 'hours/a', 'hours/Z', 'hours%', 'state/a']) await store.putSetting(settingOf(key, { key }))
      const newest = { key: 'hours/a', value: { week: [[], [{ from: 0 }]], none: null, note: 'é' }, updatedAtMs: t0 + 1, updatedBy: 'o2' }
      await store.putSetting(newest)
      expect(await store.settings('hours/')).toEqual([
        settingOf('hours/Z', { key: 'hours/Z' }),
        newest,
        settingOf('hours/b', { key: 'hours/b' }),
      ])
      expect((await store.settings('hours%')).map((row) => row.key)).toEqual(['hours%'])
      for (const value of [null, 0, '', [], 'text']) {
        await store.putSetting(settingOf('v', value))
        expect(await store.settings('v')).toEqual([settingOf('v', value)])
      }
    })

    it('binds a pair once; unverified pairs of one NIK stand beside each other', async () => {
      const first = await store.bindCitizen(citizenOf('c1', '+62811'))
      expect(first).toEqual(citizenOf('c1', '+62811'))
      expect((await store.bindCitizen(citizenOf('c2', '+62811'))).id).toBe('c1')
      expect((await store.bindCitizen(citizenOf('c3', '+62812'))).id).toBe('c3')
      expect((await store.findCitizens('nik1')).map((row) => row.id)).toEqual(['c1', 'c3'])
      expect(await store.findCitizen('nobody')).toBeNull()
    })

    it('ends the other pairs of a NIK and their sessions when one is verified, and nobody else’s', async () => {
      const rows = [citizenOf('c1', '+62811'), citizenOf('c2', '+62812'), citizenOf('c3', '+62811', 'nik2')]
      for (const row of rows) await store.bindCitizen(row)
      for (const id of ['c1', 'c2', 'c3']) await store.putSession(sessionOf(`h-${id}`, id))
      await store.putSession(sessionOf('h-officer', 'c1', { role: 'officer' }))
      await store.verifyCitizen('c2', 'o1', t0 + 7)
      const verified = { ...citizenOf('c2', '+62812'), isVerified: true, verifiedBy: 'o1', verifiedAtMs: t0 + 7 }
      expect(await store.findCitizens('nik1')).toEqual([verified])
      expect(await store.findSession('h-c1')).toBeNull()
      for (const hash of ['h-c2', 'h-c3', 'h-officer']) expect(await store.findSession(hash), hash).not.toBeNull()
      expect((await store.findCitizens('nik2')).map((row) => row.id)).toEqual(['c3'])
      // Its tickets still name it, and an officer may decide otherwise later.
      expect(await store.findCitizen('c1')).toMatchObject({ id: 'c1', isVerified: false })
      await store.verifyCitizen('c1', 'o2', t0 + 9)
      expect((await store.findCitizens('nik1')).map((row) => [row.id, row.isVerified])).toEqual([['c1', true]])
    })

    it('finds the newest challenge, counts wrong codes, and lets exactly one of many consume it', async () => {
      await store.putChallenge(challengeOf('x1', t0))
      await store.putChallenge(challengeOf('x2', t0 + 40_000))
      expect((await store.latestChallenge('nik1/+62812'))?.id).toBe('x2')
      expect(await store.latestChallenge('other')).toBeNull()
      expect(await Promise.all([1, 2, 3].map(() => store.countWrongCode('x1')))).toEqual([1, 2, 3])
      const winners = await Promise.all(Array.from({ length: 20 }, () => store.consumeChallenge('x1')))
      expect(winners.filter(Boolean)).toHaveLength(1)
      expect(await store.findChallenge('x1')).toEqual({ ...challengeOf('x1'), wrong: 3, isConsumed: true })
      expect(await store.consumeChallenge('nobody')).toBe(false)
    })

    it('locks a subject until a time', async () => {
      expect(await store.findLock('s')).toBeNull()
      await store.lock('s', t0)
      await store.lock('s', t0 + 5)
      expect(await store.findLock('s')).toBe(t0 + 5)
    })

    it('puts, finds and deletes sessions', async () => {
      const session = sessionOf('h1', 'c1')
      await store.putSession(session)
      expect(await store.findSession('h1')).toEqual(session)
      await store.deleteSession('h1')
      await store.deleteSession('h1')
      expect(await store.findSession('h1')).toBeNull()
    })

    it('finds officers by id, user name and OIDC subject, and refuses a name twice', async () => {
      expect(await store.countOfficers()).toBe(0)
      const local = officerOf('o1')
      const remote = officerOf('o2', { username: null, passwordHash: null, issuer: 'https://idp', subject: '42' })
      await store.putOfficer(local)
      await store.putOfficer(remote)
      expect(await store.countOfficers()).toBe(2)
      expect(await store.findOfficer('o1')).toEqual(local)
      expect(await store.findOfficerByUsername('o1')).toEqual(local)
      expect(await store.findOfficerBySubject('https://idp', '42')).toEqual(remote)
      expect(await store.findOfficerBySubject('https://other', '42')).toBeNull()
      await expect(store.putOfficer(officerOf('o3', { username: 'o1' }))).rejects.toMatchObject({ code: 'duplicate-key' })
      await store.putOfficer({ ...local, name: 'Budi' })
      expect((await store.findOfficer('o1'))?.name).toBe('Budi')
      expect(await store.countOfficers()).toBe(2)
    })

    it('gives a counter to one officer at a time', async () => {
      const row = { counter: 'kukar.loket-01', officer: 'o1', openedAtMs: t0 }
      await store.openCounter(row)
      await store.openCounter({ ...row, openedAtMs: t0 + 1 })
      await expect(store.openCounter({ ...row, officer: 'o2' })).rejects.toMatchObject({
        code: 'counter-taken',
        details: { officer: 'o1' },
      })
      await store.closeCounter('kukar.loket-01', 'o2')
      expect(await store.openCounters()).toEqual([row])
      await store.closeCounter('kukar.loket-01', 'o1')
      expect(await store.openCounters()).toEqual([])
    })

    it('keeps chat in the order of arrival, a repeated message once', async () => {
      const say = (key: string, from: 'citizen' | 'officer', atMs: number) => ({ contact: 'k', key, from, text: `text ${key}`, atMs })
      const rows = [say('b', 'citizen', t0 + 2), say('a', 'officer', t0), say('b', 'citizen', t0 + 3)]
      for (const row of rows) await store.putChat(row)
      expect(await store.chatOf('k')).toEqual([say('b', 'citizen', t0 + 2), say('a', 'officer', t0)])
      expect(await store.chatOf('other')).toEqual([])
    })

    it('takes one survey a ticket', async () => {
      expect(await store.hasSurvey('t1')).toBe(false)
      await store.putSurvey(survey)
      expect(await store.hasSurvey('t1')).toBe(true)
      await expect(store.putSurvey(survey)).rejects.toMatchObject({ code: 'duplicate-key' })
    })

    it('keeps records of each kind, finds them by owner, by place and by what is due', async () => {
      const first = recordOf('a', { dueMs: t0 + 5 })
      await store.append(appendOf('case/a', 0, 1, { records: [first, recordOf('b', { desk: 'pajak', createdAtMs: t0 + 1 })] }))
      await store.putRecord(recordOf('c', { owner: 'c2', state: 'done', dueMs: t0 + 1, createdAtMs: t0 + 2 }))
      await store.putRecord(recordOf('a', { kind: 'paper' }))
      expect(await store.findRecord('case', 'a')).toEqual(first)
      expect(await store.findRecord('case', 'z')).toBeNull()
      const ids = (rows: readonly RecordRow[]) => rows.map(({ id }) => id)
      expect(ids(await store.recordsOf('case', 'c1'))).toEqual(['b', 'a'])
      expect(ids(await store.recordsAt('case', 'kukar', null, null, 9))).toEqual(['c', 'a', 'b'])
      expect(ids(await store.recordsAt('case', 'kukar', null, null, 2))).toEqual(['c', 'a'])
      expect(ids(await store.recordsAt('case', 'kukar', 'dukcapil', 'submitted', 9))).toEqual(['a'])
      expect(ids(await store.recordsAt('case', 'kendari', null, null, 9))).toEqual([])
      expect(ids(await store.recordsDue('case', 'submitted', t0 + 5, 9))).toEqual(['a'])
      expect(ids(await store.recordsDue('case', 'submitted', t0 + 4, 9))).toEqual([])
      await store.putRecord(recordOf('a', { state: 'done', createdAtMs: t0 + 9, data: null }))
      expect(await store.findRecord('case', 'a')).toEqual(recordOf('a', { state: 'done', data: null }))
      expect(await store.deleteRecord('case', 'a')).toBe(true)
      expect(await store.deleteRecord('case', 'a')).toBe(false)
      expect(await store.findRecord('paper', 'a')).not.toBeNull()
    })

    it('writes no record of an append that is refused', async () => {
      await store.append(appendOf('case/a', 0, 1, { records: [recordOf('a')] }))
      const late = store.append(appendOf('case/a', 0, 1, { records: [recordOf('a', { state: 'done' })] }))
      await expect(late).rejects.toMatchObject({ code: 'version-conflict' })
      expect((await store.findRecord('case', 'a'))?.state).toBe('submitted')
    })

    it('sweeps what is past its time and leaves the rest', async () => {
      await store.putChallenge(challengeOf('old', t0 - 300_000))
      await store.putChallenge(challengeOf('young', t0))
      await store.putSession(sessionOf('old', 'c', { expiresAtMs: t0 }))
      await store.putSession(sessionOf('young', 'c', { expiresAtMs: t0 + 1 }))
      await store.lock('old', t0)
      await store.lock('young', t0 + 1)
      await store.putCode({ codeHash: 'old', ticket: 't', region: 'kukar', atMs: t0 - 90 * 86_400_000 - 1 })
      await store.putCode({ codeHash: 'young', ticket: 't', region: 'kukar', atMs: t0 - 90 * 86_400_000 })
      expect(await store.sweep(t0)).toBe(4)
      expect(await store.sweep(t0)).toBe(0)
      expect(await store.findChallenge('young')).not.toBeNull()
      expect(await store.findSession('young')).not.toBeNull()
      expect(await store.findLock('young')).not.toBeNull()
      expect(await store.findCode('young')).not.toBeNull()
    })

    it('finishes what was asked before close, and refuses what comes after', async () => {
      const last = store.append(appendOf('s', 0))
      const closed = store.close()
      await expect(store.check()).rejects.toMatchObject({ code: 'store-closed' })
      await last
      await closed
      store = await open()
      await store.check()
    })
  })
}
