import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, OfficerCaseFilter, OfficerCaseRow, OfficerCaseView } from '../../../game/api/index.ts'
import { niks, testClock } from '../http/harness.ts'
import { caseServer, type CaseServer } from './case-server.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const clock = testClock()
let server: CaseServer
let siti: { id: string; cookie: string }
beforeAll(async () => {
  server = await caseServer({ clock, random: () => 0.5 })
  siti = await server.citizen(niks[0])
})
afterAll(() => server.close())

const codeOf = (answer: { json: { error?: { code: string } } | null; status: number }) => answer.json?.error?.code ?? answer.status
const send = async (change: Parameters<CaseServer['filled']>[1] = {}): Promise<CaseView> =>
  (await server.submit(siti.cookie, await server.filled(siti.cookie, change))).json
const passport = async (anakKe = 1) =>
  send({
    service: 'npwp-1',
    version: 1,
    papers: { kk: await server.paper(siti.cookie, 'kk') },
    answers: { nama: 'Siti', anakKe, kembar: false },
  })
const list = async (cookie: string, view: OfficerCaseFilter, more = ''): Promise<OfficerCaseRow[]> =>
  (await server.call('GET', `/api/officer/cases?view=${view}${more}`, { cookie })).json.cases
const ids = (rows: readonly OfficerCaseRow[]): string[] => rows.map(({ id }) => id)
const text = { title: 'Akta', lines: [{ label: 'Nomor', text: '1' }] }

test('an agency sees its own cases only, and another learns not even that one is there', async () => {
  const { id } = await send()
  const own = await server.officer('own-1')
  const tax = await server.officer('tax-1', 'pajak')
  const elsewhere = await server.officer('far-1', 'disdukcapil', undefined, 'jabar')
  expect(ids(await list(own.cookie, 'inbox'))).toContain(id)
  for (const { cookie } of [tax, elsewhere]) {
    expect(ids(await list(cookie, 'inbox'))).not.toContain(id)
    expect(codeOf(await server.call('GET', `/api/officer/cases/${id}`, { cookie }))).toBe('unknown-case')
    expect(codeOf(await server.act(cookie, id, 'take'))).toBe('unknown-case')
  }
  expect(codeOf(await server.call('GET', '/api/officer/cases?region=jabar', { cookie: own.cookie }))).toBe('forbidden')
  expect(codeOf(await server.call('GET', '/api/officer/cases', { cookie: siti.cookie }))).toBe('forbidden')
  expect(codeOf(await server.call('GET', '/api/officer/cases'))).toBe('sign-in-required')
})

test('answers and papers open for who has the case in hand, each opening is in the audit first', async () => {
  const { id } = await send()
  const [own, other] = [await server.officer('own-2'), await server.officer('other-2')]
  const read = async (cookie: string) => (await server.call('GET', `/api/officer/cases/${id}`, { cookie })).json as OfficerCaseView
  expect(await read(own.cookie)).toMatchObject({ answers: null, holder: null, actions: ['take'], nikMasked: expect.stringContaining('•') })
  await server.act(own.cookie, id, 'take')
  const mine = await read(own.cookie)
  expect(mine.answers).toEqual({ nama: 'Bunga', anakKe: 1, kembar: false })
  expect(await read(other.cookie)).toMatchObject({ answers: null, holder: 'other', actions: [] })
  const file = (cookie: string) => server.call('GET', `/api/officer/cases/${id}/papers/${mine.papers[0].paper}/file`, { cookie })
  expect([(await file(own.cookie)).status, codeOf(await file(other.cookie))]).toEqual([200, 'forbidden'])
  const acts = (await server.audit.accessesOf(siti.id)).filter(({ about }) => about.id === id)
  expect(acts.map(({ act }) => act).toSorted()).toEqual(['case.read', 'case.read', 'case.read', 'case.take'])

  const write = server.audit.write
  Object.assign(server.audit, { write: () => Promise.reject(new Error('no audit')) })
  expect((await server.call('GET', `/api/officer/cases/${id}`, { cookie: own.cookie })).status).toBe(500)
  expect((await server.act(own.cookie, id, 'check')).status).toBe(500)
  Object.assign(server.audit, { write })
  expect(await read(own.cookie)).toMatchObject({ state: 'submitted' })
})

test('an account alone cannot verify and decide, and an action on an old view is refused', async () => {
  const { id } = await send()
  const all = await server.officer('all-3')
  const taken = (await server.act(all.cookie, id, 'take')).json as OfficerCaseView
  expect(codeOf(await server.act(all.cookie, id, 'check', { seen: taken.revision - 1 }))).toBe('case-changed')
  // What did not happen does not stand in the citizen's list as if it had.
  const acts = (await server.audit.accessesOf(siti.id)).filter(({ about }) => about.id === id)
  expect(acts.map(({ act }) => act)).toEqual(['case.take'])
  await server.act(all.cookie, id, 'check', { seen: taken.revision })
  await server.act(all.cookie, id, 'accept')
  expect((await server.act(all.cookie, id, 'step')).json).toMatchObject({ holder: null, turn: 'approver', actions: [] })
  expect(codeOf(await server.act(all.cookie, id, 'take'))).toBe('four-eyes')
  expect(ids(await list(all.cookie, 'inbox'))).not.toContain(id)
  const second = await server.officer('second-3')
  expect(ids(await list(second.cookie, 'inbox'))).toContain(id)
  await server.act(second.cookie, id, 'take')
  const no = await server.act(second.cookie, id, 'reject', {
    reason: 'Bukan warga Kukar',
    appeal: 'Keberatan ke Kepala Dinas dalam 21 hari kerja',
  })
  expect(no.json).toMatchObject({ state: 'rejected' })
  const seen = (await server.call('GET', `/api/cases/${id}`, { cookie: siti.cookie })).json as CaseView
  expect(seen.rejected).toEqual({ reason: 'Bukan warga Kukar', appeal: 'Keberatan ke Kepala Dinas dalam 21 hari kerja' })
  expect(seen.history.at(-1)).toMatchObject({ event: 'rejected', role: 'approver' })
  expect(JSON.stringify(seen)).not.toMatch(/all-3|second-3/)
})

test('a fee is asked for when the papers are in order, and processing begins when it is paid', async () => {
  const { id, fee } = await passport()
  expect(fee).toMatchObject({ rupiah: 350_000, basis: 'PP 45/2024', state: 'later', tariff: 'biasa' })
  const tax = await server.officer('tax-4', 'pajak')
  await server.act(tax.cookie, id, 'take')
  await server.act(tax.cookie, id, 'check')
  expect((await server.act(tax.cookie, id, 'accept')).json).toMatchObject({
    state: 'accepted',
    turn: 'citizen',
    paused: 'fee',
    fee: { state: 'due' },
  })
  expect(codeOf(await server.act(tax.cookie, id, 'step'))).toBe('case-state')
  const payment = await server.payments.ofCase(id)
  expect(payment).toMatchObject({ state: 'due', rupiah: 350_000, basis: 'PP 45/2024' })
  const chosen = await server.payments.choose(id, 'va')
  const told = new Promise<void>((resolve) => {
    const stop = server.cases.onChange(({ event }) => {
      if (event !== 'started') return
      stop()
      resolve()
    })
  })
  const reference = chosen.payment.references.at(-1)?.reference ?? ''
  const notice = server.simulator.noticeOf({ reference, rupiah: 350_000, nth: 1, atMs: clock() })
  await server.payments.takeNotice(notice.body, notice.signature)
  await told
  expect((await server.call('GET', `/api/cases/${id}`, { cookie: siti.cookie })).json).toMatchObject({
    state: 'in-process',
    fee: { state: 'settled' },
    step: { slug: 'verifikasi', number: 2, of: 3 },
  })
})

test('an exemption with a quota is given to as many as it has places, also when they ask at once', async () => {
  const fees = await Promise.all([passport(3), passport(3), passport(3), passport(3)])
  expect(fees.filter(({ fee }) => fee?.rupiah === 0)).toHaveLength(2)
  expect(fees.filter(({ fee }) => fee?.rupiah === 350_000)).toHaveLength(2)
  expect(fees.find(({ fee }) => fee?.rupiah === 0)?.fee).toMatchObject({ tariff: 'maret', basis: 'Perda 1/2025', state: 'none' })
  expect(await server.cases.exemptionsUsed('kukar', 'npwp-1')).toEqual({ maret: 2 })
  for (const { id } of fees) await server.call('POST', `/api/cases/${id}/withdraw`, { cookie: siti.cookie })
})

test('a place of a free quota is free again when its case is withdrawn, rejected, or costs something after all', async () => {
  const used = async () => (await server.cases.exemptionsUsed('kukar', 'npwp-1')).maret
  const withdraw = (id: string) => server.call('POST', `/api/cases/${id}/withdraw`, { cookie: siti.cookie })
  expect(await used()).toBe(0)
  const [one, two, late] = [await passport(3), await passport(3), await passport(3)]
  expect([one.fee?.rupiah, two.fee?.rupiah, late.fee?.rupiah]).toEqual([0, 0, 350_000])
  await withdraw(one.id)
  expect(await used()).toBe(1)
  const three = await passport(3)
  expect(three.fee?.rupiah).toBe(0)

  const [all, second] = [await server.officer('all-5', 'pajak'), await server.officer('second-5', 'pajak')]
  for (const action of ['take', 'check', 'accept', 'step']) await server.act(all.cookie, two.id, action)
  await server.act(second.cookie, two.id, 'take')
  expect((await server.act(second.cookie, two.id, 'reject', { reason: 'Bukan warga', appeal: 'Ke Kepala Dinas' })).json).toMatchObject({
    state: 'rejected',
  })
  expect(await used()).toBe(1)

  // A correction that is refused takes none, and one that costs something gives its place up.
  await server.act(all.cookie, late.id, 'take')
  await server.act(all.cookie, late.id, 'return', { fields: [{ field: 'nama', sentence: 'Lengkapi' }], papers: [] })
  const correct = async ({ id }: CaseView, change: Record<string, unknown>, key: string) => {
    const held = (await server.call('GET', `/api/cases/${id}/answers`, { cookie: siti.cookie })).json
    const body = { answers: { ...held.answers, ...change }, papers: held.papers, consent: { text: 'kasus-1', papers: [] } }
    return server.call('POST', `/api/cases/${id}/resubmit`, { cookie: siti.cookie, body, headers: { 'idempotency-key': key } })
  }
  expect(codeOf(await correct(late, {}, 'kuota-perbaikan-1'))).toBe('part-unanswered')
  expect(await used()).toBe(1)
  await server.act(all.cookie, three.id, 'take')
  await server.act(all.cookie, three.id, 'return', { fields: [{ field: 'anakKe', sentence: 'Anak kedua' }], papers: [] })
  expect((await correct(three, { anakKe: 2 }, 'kuota-perbaikan-2')).json.fee).toMatchObject({ rupiah: 350_000 })
  expect(await used()).toBe(0)

  // What a server that ended has left taken is free after the next start.
  const four = await passport(3)
  await server.cases.withdraw(siti.id, four.id)
  await server.store.append({
    stream: 'exemption/kukar/npwp-1/maret',
    expected: (await server.store.readStream('exemption/kukar/npwp-1/maret')).length,
    events: [{ type: 'exempted', atMs: clock.nowMs, data: { case: four.id } }],
    tickets: [],
    records: [],
    idempotency: null,
  })
  expect(await used()).toBe(1)
  await server.cases.start()
  expect(await used()).toBe(0)
  for (const { id } of [late, three]) await withdraw(id)
})

test('what is overdue goes up by itself, and again; the desk sees it first', async () => {
  const { id } = await send()
  const [front, verifier] = [await server.officer('front-6'), await server.officer('verifier-6')]
  await server.act(front.cookie, id, 'take')
  expect(ids(await list(front.cookie, 'mine'))).toContain(id)
  expect(ids(await list(front.cookie, 'overdue'))).not.toContain(id)
  const begun = clock.nowMs
  clock.nowMs = begun + dayMs + 8 * hourMs
  await server.cases.tend()
  const row = (await list(front.cookie, 'overdue')).find((one) => one.id === id)
  expect(row).toMatchObject({ isLate: true, escalatedTo: 'verifier', holder: 'me' })
  // Nobody has acted since it was escalated: a colleague may take it out of the silent hand.
  expect((await server.act(verifier.cookie, id, 'take')).json).toMatchObject({ holder: 'me' })
  clock.nowMs += dayMs
  await server.cases.tend()
  expect((await list(verifier.cookie, 'mine')).find((one) => one.id === id)).toMatchObject({ escalatedTo: 'approver' })
  expect(await server.cases.tend()).toBe(0)
  clock.nowMs = begun
})

test('a holiday moves the promise, and what the promise waits for', async () => {
  const boss = await server.officer('boss-7', 'disdukcapil', ['admin'])
  const { cookie } = boss
  const { id, promisedOn } = await send()
  expect(promisedOn).toBe('2025-03-06')
  const view = (await server.call('GET', '/api/admin/holidays', { cookie })).json
  expect(view).toMatchObject({ weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' })
  expect(view.holidays).toContainEqual({ day: '2026-08-17', name: 'Hari Kemerdekaan' })
  const put = (body: Record<string, unknown>, query = '') => server.call('PUT', `/api/admin/holidays${query}`, { cookie, body })
  const holidays = [{ day: '2025-03-04', name: 'Hari daerah' }]
  expect((await put({ ...view, holidays })).json.holidays).toEqual(holidays)
  expect((await server.call('GET', `/api/cases/${id}`, { cookie: siti.cookie })).json.promisedOn).toBe('2025-03-07')
  expect(codeOf(await put({ ...view, opens: '17:00' }))).toBe('bad-request')
  expect(codeOf(await put({ ...view, weekdays: [] }))).toBe('bad-request')
  expect(codeOf(await put({ ...view, holidays: [{ day: '2025-02-30', name: 'x' }] }))).toBe('bad-request')
  expect(codeOf(await put(view, '?region=jabar'))).toBe('forbidden')
  const plain = await server.officer('plain-7')
  expect(codeOf(await server.call('GET', '/api/admin/holidays', { cookie: plain.cookie }))).toBe('forbidden')
  const days = await Promise.all((await server.audit.daysOf('kukar')).map((day) => server.audit.entriesOf('kukar', day)))
  expect(JSON.stringify(days)).toContain('holidays.set')
  // What was due before the holiday was known is looked at, left alone, and due at its new time.
  clock.nowMs += dayMs + 8 * hourMs
  await server.cases.tend()
  expect(await server.store.findRecord('case', id)).toMatchObject({
    state: 'submitted',
    dueMs: Date.UTC(2025, 2, 5, 8),
    data: { escalatedTo: null },
  })
  clock.nowMs -= dayMs + 8 * hourMs
})

test('roles are set by an administrator of the region, and the lot gives cases to those who are named', async () => {
  const boss = await server.officer('boss-8', 'pajak', ['admin'])
  const [a, b] = [await server.officer('ana-8', 'pajak'), await server.officer('bima-8', 'pajak')]
  const far = await server.officer('far-8', 'disdukcapil', undefined, 'jabar')
  const { cookie } = boss
  const roles = (officer: string, method: 'GET' | 'PUT' = 'GET', given?: string[]) =>
    server.call(method, `/api/admin/roles/${officer}`, { cookie, ...(given === undefined ? {} : { body: { roles: given } }) })
  expect((await roles(a.id)).json).toEqual({ officer: a.id, roles: ['front', 'verifier', 'approver'], isSet: false })
  expect((await roles(a.id, 'PUT', ['front'])).json).toEqual({ officer: a.id, roles: ['front'], isSet: true })
  await roles(b.id, 'PUT', ['front'])
  expect([codeOf(await roles(far.id)), codeOf(await roles('nobody')), codeOf(await roles(a.id, 'PUT', ['raja']))]).toEqual([
    'unknown-officer',
    'unknown-officer',
    'bad-request',
  ])
  expect(codeOf(await server.call('GET', `/api/admin/roles/${b.id}`, { cookie: a.cookie }))).toBe('forbidden')

  const [one, two] = [await passport(), await passport()]
  expect([one.isInHand, two.isInHand]).toEqual([true, true])
  const held = async (cookie: string) => ids(await list(cookie, 'mine')).filter((id) => id === one.id || id === two.id)
  // Fewest in hand first: one each.
  expect([(await held(a.cookie)).length, (await held(b.cookie)).length]).toEqual([1, 1])
  expect(one.history.at(-1)).toMatchObject({ event: 'assigned', role: 'front' })
  const [mine] = await held(a.cookie)
  expect((await server.act(a.cookie, mine, 'check')).json).toMatchObject({ state: 'checked', holder: null })
  expect(codeOf(await server.act(a.cookie, mine, 'take'))).toBe('role-missing')
})

test('lists by state: waiting for the citizen, and done', async () => {
  const own = await server.officer('own-9')
  const { id } = await send()
  await server.act(own.cookie, id, 'take')
  await server.act(own.cookie, id, 'return', { fields: [{ field: 'nama', sentence: 'Lengkapi' }], papers: [] })
  expect(ids(await list(own.cookie, 'waiting'))).toContain(id)
  expect(ids(await list(own.cookie, 'mine'))).toContain(id)
  expect(ids(await list(own.cookie, 'mine', '&state=returned'))).toContain(id)
  expect(ids(await list(own.cookie, 'mine', '&state=checked'))).not.toContain(id)
  await server.call('POST', `/api/cases/${id}/withdraw`, { cookie: siti.cookie })
  expect(ids(await list(own.cookie, 'waiting'))).not.toContain(id)
  expect(ids(await list(own.cookie, 'done'))).toContain(id)
})

test('other services ask: where it stands, what papers it uses, who works on it', async () => {
  const sent = await send()
  const officer = await server.officer('own-10')
  const row = await server.store.findOfficer(officer.id)
  if (row === null) throw new Error('no officer')
  expect(await server.cases.mayWork(row, sent.id)).toBe(false)
  await server.act(officer.cookie, sent.id, 'take')
  expect(await server.cases.mayWork(row, sent.id)).toBe(true)
  expect(await server.cases.mayWork({ ...row, agency: 'pajak' }, sent.id)).toBe(false)
  expect(await server.cases.find(sent.id)).toMatchObject({ number: sent.number, state: 'submitted', holder: officer.id, step: null })
  const used = (await server.cases.papersOf(siti.id)).filter((one) => one.case === sent.id)
  expect(used).toHaveLength(3)
  expect(used.every(({ isEnded }) => !isEnded)).toBe(true)
  await server.act(officer.cookie, sent.id, 'check')
  await server.act(officer.cookie, sent.id, 'release')
  expect(await server.cases.mayWork(row, sent.id)).toBe(false)
  expect(codeOf(await server.act(officer.cookie, sent.id, 'decide', { text }))).toBe('case-state')
})
