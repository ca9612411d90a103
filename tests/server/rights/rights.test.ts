import { expect, it } from 'vitest'
import { CodedError } from '@balai/engine/core'
import { createAudit } from '../../../server/audit/index.ts'
import { createRightsService, createStops, followCases } from '../../../server/rights/index.ts'
import type { CaseSummary } from '../../../server/case/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { noLog, testClock } from '../http/harness.ts'
import { memoryVault } from './vault.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const citizen = {
  id: 'siti',
  nikHash: 'h',
  nikMasked: '6402••••••••0001',
  phone: '+628123456789',
  isVerified: true,
  verifiedBy: null,
  verifiedAtMs: 5,
  createdAtMs: 1,
}

function setUp() {
  const clock = testClock()
  const store = openMemoryStore()
  const vault = memoryVault(clock)
  const told: string[] = []
  const withdrawn: string[] = []
  const forgotten: string[] = []
  let isDown = false
  const rights = createRightsService({
    store,
    vault,
    clock,
    log: noLog,
    audit: createAudit({ store, offsetOf: () => 480 }),
    stop: createStops({
      store,
      clock,
      addresses: { forgetAll: async (id) => void forgotten.push(id) },
      cases: () => ({
        async withdraw(owner, id) {
          if (isDown) throw new Error('the store is away')
          if (id === 'decided') throw new CodedError('case-state', 'decided')
          withdrawn.push(`${owner}/${id}`)
          return {} as CaseSummary
        },
      }),
    }),
    tellBreach: async (id, breach) => void told.push(`${id}/${breach.id}`),
  })
  return { clock, store, vault, rights, told, withdrawn, forgotten, down: (now: boolean) => (isDown = now) }
}
const record = (kind: string, id: string, more: object = {}) => ({
  kind,
  id,
  region: 'kukar',
  owner: 'siti',
  desk: 'disdukcapil',
  state: 'open',
  dueMs: null,
  createdAtMs: 0,
  updatedAtMs: 0,
  data: {},
  ...more,
})
const about = { kind: 'case', id: 'k1' }

it('writes a consent down so that it can be proved, and stops at once what was done under it', async () => {
  const { rights, withdrawn, store } = setUp()
  const { consents } = rights
  const given = await consents.give({ citizen: 'siti', region: 'kukar', purpose: 'case-papers', how: 'submission', about })
  expect((await consents.give({ citizen: 'siti', region: 'kukar', purpose: 'case-papers', how: 'submission', about })).id).toBe(given.id)
  expect(given.textSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await consents.isInForce('siti', 'case-papers', about)).toBe(true)
  await expect(consents.withdraw('budi', given.id)).rejects.toMatchObject({ code: 'unknown-consent' })
  const ofCase = { state: 'given', data: { purpose: 'case', case: 'k1', paper: 'p1' } }
  await store.putRecord(record('consent', 'k1/p1', ofCase))
  await store.putRecord(record('consent', 'k2/p1', { ...ofCase, data: { ...ofCase.data, case: 'k2' } }))
  const after = await consents.withdraw('siti', given.id)
  expect([(await store.findRecord('consent', 'k1/p1'))?.state, (await store.findRecord('consent', 'k2/p1'))?.state]).toEqual([
    'stopped',
    'given',
  ])
  expect(after.stoppedAtMs).not.toBeNull()
  expect(withdrawn).toEqual(['siti/k1'])
  expect(await consents.isInForce('siti', 'case-papers', about)).toBe(false)
  expect(await store.findRecord('consent', given.id)).toMatchObject({ state: 'stopped', owner: 'siti', region: 'kukar' })
})

it('tries again to stop, and says what is overdue after 3 × 24 hours', async () => {
  const { rights, down, clock, withdrawn, store } = setUp()
  const given = await rights.consents.give({ citizen: 'siti', region: 'kukar', purpose: 'case-papers', how: 'submission', about })
  down(true)
  expect((await rights.consents.withdraw('siti', given.id)).stoppedAtMs).toBeNull()
  expect(await store.findRecord('consent', given.id)).toMatchObject({ state: 'withdrawn', dueMs: clock() + 72 * hourMs })
  clock.nowMs += 72 * hourMs
  expect(await rights.tend([])).toMatchObject({ overdueStops: 1 })
  down(false)
  expect(await rights.tend([])).toMatchObject({ overdueStops: 0 })
  expect(withdrawn).toEqual(['siti/k1'])
})

it('takes an ended case for stopped', async () => {
  const { rights } = setUp()
  const given = await rights.consents.give({
    citizen: 'siti',
    region: 'kukar',
    purpose: 'case-papers',
    how: 'submission',
    about: { kind: 'case', id: 'decided' },
  })
  expect((await rights.consents.withdraw('siti', given.id)).stoppedAtMs).not.toBeNull()
})

it('follows a switch: on, off, on', async () => {
  const { rights, forgotten } = setUp()
  await rights.consents.follow('siti', 'notices', true, 'settings')
  await rights.consents.follow('siti', 'notices', true, 'settings')
  await rights.consents.follow('siti', 'notices', false, 'settings')
  await rights.consents.follow('siti', 'notices', false, 'settings')
  await rights.consents.follow('siti', 'notices', true, 'browser')
  expect((await rights.consents.of('siti')).map(({ withdrawnAtMs }) => withdrawnAtMs === null)).toEqual([true, false])
  expect(forgotten).toEqual(['siti'])
})

it('writes what was agreed to with a submission beside the others', async () => {
  const { rights } = setUp()
  let tell: (change: { summary: CaseSummary; event: string }) => void = noLog
  followCases({ consents: rights.consents, log: noLog, cases: { onChange: (listener) => ((tell = listener), noLog) } })
  const summary = { id: 'k1', citizen: 'siti', region: 'kukar' } as CaseSummary
  for (const event of ['submitted', 'checked', 'resubmitted']) tell({ summary, event })
  await expect.poll(async () => (await rights.consents.of('siti')).length).toBe(1)
  expect(await rights.consents.isInForce('siti', 'case-papers', about)).toBe(true)
})

it('hands out everything, and nothing of anybody else', async () => {
  const { rights, store, vault } = setUp()
  const put = (owner: string, kind: string, text: string) =>
    vault.put({ owner, region: 'kukar', kind, type: 'application/pdf', pages: 1, bytes: new TextEncoder().encode(text) })
  const mine = await put('siti', 'kk', 'kartu keluarga siti')
  await put('budi', 'kk', 'kartu keluarga budi')
  await store.putRecord(record('case', 'k1', { data: { number: 'K-1', officer: 'petugas-rahasia' } }))
  await store.putRecord(record('case', 'k2', { owner: 'budi', data: { number: 'K-2' } }))
  await store.append({
    stream: 'case/kukar/k1',
    expected: 0,
    events: [{ type: 'submitted', atMs: 1, data: { officer: 'petugas-rahasia', papers: { kk: mine.id } } }],
    tickets: [],
    idempotency: null,
  })
  const parts: Buffer[] = []
  for await (const part of await rights.exportOf(citizen)) parts.push(Buffer.from(part))
  const zip = Buffer.concat(parts).toString('latin1')
  for (const there of ['data.json', `papers/kk-${mine.id}.pdf`, 'kartu keluarga siti', '6402', 'K-1', '+628123456789', 'case/kukar/k1']) {
    expect(zip, there).toContain(there)
  }
  for (const absent of ['budi', 'K-2', 'petugas-rahasia']) expect(zip).not.toContain(absent)
  expect(vault.opened).toEqual([{ id: mine.id, by: { role: 'citizen', id: 'siti', agency: null } }])
})

it('erases what the law lets go, keeps what it wants, and says why', async () => {
  const { rights, store, vault, clock } = setUp()
  const put = (kind: string) =>
    vault.put({ owner: 'siti', region: 'kukar', kind, type: 'application/pdf', pages: 1, bytes: new Uint8Array(3) })
  const [free, used] = [await put('kk'), await put('ktp-el')]
  await store.putRecord(record('case', 'k1', { state: 'issued', updatedAtMs: clock() }))
  await store.append({
    stream: 'case/kukar/k1',
    expected: 0,
    events: [{ type: 'submitted', atMs: 1, data: { papers: { ktp: used.id } } }],
    tickets: [],
    idempotency: null,
  })
  await store.putRecord(record('notice', 'n1'))
  await store.putRecord(record('notice', 'n2', { owner: 'budi' }))
  await store.putRecord(record('payment', 'p1', { state: 'due' }))
  expect(await rights.eraser.erase('siti', 'notice')).toMatchObject({ erased: 1, kept: [] })
  const { erased, kept } = await rights.eraser.erase('siti', null)
  expect(erased).toBe(1)
  expect(await vault.find(free.id)).toBeNull()
  expect(await vault.find(used.id)).not.toBeNull()
  expect(await store.findRecord('notice', 'n2')).not.toBeNull()
  expect(kept.map(({ class: slug, why, untilMs }) => [slug, why, untilMs])).toEqual([
    ['account', 'law', null],
    ['request', 'law', clock() + 1825 * dayMs],
    ['money', 'open', null],
    ['paper', 'needed', null],
  ])
})

it('lets go by itself what is past its time', async () => {
  const { rights, store, vault, clock } = setUp()
  const old = await vault.put({ owner: 'siti', region: 'kukar', kind: 'kk', type: 'application/pdf', pages: 1, bytes: new Uint8Array(3) })
  await store.putRecord(record('notice', 'n1', { createdAtMs: clock() }))
  expect(await rights.tend(['kukar'])).toMatchObject({ retired: 0 })
  clock.nowMs += 365 * dayMs + 1
  await store.putRecord(record('notice', 'n2', { createdAtMs: clock() }))
  expect(await rights.tend(['kukar'])).toMatchObject({ retired: 1 })
  expect(await store.findRecord('notice', 'n2')).not.toBeNull()
  clock.nowMs += 366 * dayMs
  expect(await rights.tend(['kukar'])).toMatchObject({ retired: 2 })
  expect(await vault.find(old.id)).toBeNull()
})

it('answers a request once, with its words under seal', async () => {
  const { rights, store, clock } = setUp()
  const ask = () =>
    rights.requests.ask({
      citizen: 'siti',
      region: 'kukar',
      desk: 'disdukcapil',
      kind: 'correction',
      about: { kind: 'document', id: 'd1' },
      words: 'Nama saya salah eja',
    })
  const row = await ask()
  expect(JSON.stringify(await store.findRecord('data-request', row.id))).not.toContain('salah eja')
  const officer = { role: 'officer', id: 'o1', agency: 'disdukcapil' } as const
  expect(await rights.requests.wordsOf(row, officer)).toEqual({ words: 'Nama saya salah eja', answer: null })
  expect((await rights.requests.openAt('kukar', 'pajak')).length).toBe(0)
  expect((await rights.requests.openAt('kukar', 'disdukcapil')).map(({ id }) => id)).toEqual([row.id])
  await expect(rights.requests.answer(row, { type: 'refused', words: ' ', officer: 'o1' })).rejects.toMatchObject({ code: 'answer-reason' })
  clock.nowMs += 72 * hourMs + 1
  const answered = await rights.requests.answer(row, { type: 'done', words: 'Sudah diperbaiki', officer: 'o1' })
  expect(answered).toMatchObject({ state: 'done', dueMs: null, data: { isInTime: false } })
  expect((await rights.requests.wordsOf(answered, officer)).answer).toBe('Sudah diperbaiki')
  await expect(rights.requests.answer(row, { type: 'done', words: '', officer: 'o1' })).rejects.toMatchObject({ code: 'already-answered' })
  for (let i = 0; i < 5; i++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'request-limit' })
})

it('keeps a register of breaches and tells those concerned', async () => {
  const { rights, clock, told } = setUp()
  const { breaches } = rights
  const facts = { data: 'telepon', when: 'kemarin', how: 'salah kirim', handling: 'ditarik', recovery: 'nomor baru' }
  await expect(breaches.found('kukar', clock() + 1, 'o1')).rejects.toMatchObject({ code: 'breach-future' })
  const { id } = await breaches.found('kukar', clock() - 70 * hourMs, 'o1')
  await expect(breaches.notify(id, 'o1')).rejects.toMatchObject({ code: 'breach-incomplete', details: { missing: 'data' } })
  await breaches.describe(id, { facts, people: ['siti', 'budi'], isPublic: false }, 'o1')
  expect(await breaches.toldTo('siti')).toEqual([])
  clock.nowMs += 3 * hourMs
  expect(await breaches.notify(id, 'o1')).toMatchObject({ state: 'notified', isInTime: false })
  expect(told).toEqual([`siti/${id}`, `budi/${id}`])
  expect((await breaches.toldTo('siti')).map((breach) => breach.facts)).toEqual([facts])
  expect(await breaches.toldTo('wati')).toEqual([])
  await breaches.close(id, 'o1')
  expect((await breaches.at('kukar')).map(({ state }) => state)).toEqual(['closed'])
  await expect(breaches.close('zz', 'o1')).rejects.toMatchObject({ code: 'unknown-breach' })
})
