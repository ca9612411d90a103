import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { surveyElements } from '../../../game/survey/index.ts'
import { countServed, createSurveyService } from '../../../server/survey/index.ts'
import type { CaseSummary } from '../../../server/case/index.ts'
import type { QueueEmitter } from '../../../server/queue/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { niks, noLog, testClock, testServer, type TestServer } from '../http/harness.ts'

const all = (answer: number) => Object.fromEntries(surveyElements.map((element) => [element, answer]))
const dayMs = 86_400_000
let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const answersOn = async (count: number, day: string, agency = 'disdukcapil', answer = 4): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const atMs = Date.parse(day)
    await server.store.putRecord({
      kind: 'survey',
      id: `${agency}-${day}-${i}`,
      region: 'kukar',
      owner: '',
      desk: agency,
      state: '',
      dueMs: null,
      createdAtMs: atMs,
      updatedAtMs: atMs,
      data: { day, agency, service: 'ktp-1', answers: all(answer), profile: { sex: 'perempuan' } },
    })
  }
}

it('shows everybody the quarter that has ended, and hides what is small', async () => {
  await answersOn(6, '2024-11-05')
  await answersOn(5, '2024-11-05', 'pajak', 2)
  await answersOn(4, '2025-02-28')
  const board = (await server.call('GET', '/api/regions/kukar/survey')).json
  expect(board).toMatchObject({
    period: '2024-T4',
    from: '2024-10-01',
    until: '2024-12-31',
    now: '2025-T1',
    agency: null,
    isRunning: false,
  })
  expect(board.whole).toMatchObject({ n: 11, ikm: 77.27, grade: 'B' })
  expect(board.parts.map(({ key, score }: { key: string; score: { n: number } | null }) => [key, score?.n])).toEqual([
    ['disdukcapil', 6],
    ['pajak', 5],
  ])
  const running = (await server.call('GET', '/api/regions/kukar/survey?period=2025-T1')).json
  expect(running).toMatchObject({ isRunning: true, whole: null })
  const agency = (await server.call('GET', '/api/regions/kukar/survey?agency=pajak')).json
  expect(agency).toMatchObject({ agency: 'pajak', whole: { ikm: 50, grade: 'D' }, profile: [] })
  const csv = await server.call('GET', '/api/regions/kukar/survey.csv?agency=pajak')
  expect(csv.headers['content-disposition']).toBe('attachment; filename="skm-kukar-pajak-2024-T4.csv"')
  expect(csv.text).toContain('2024-T4,semua,,5,50.00,D')
})

it('knows no other quarters, agencies or regions', async () => {
  const code = async (path: string) => (await server.call('GET', path)).json.error.code
  expect(await code('/api/regions/kukar/survey?period=2025-T2')).toBe('unknown-period')
  expect(await code('/api/regions/kukar/survey?period=2025')).toBe('unknown-period')
  expect(await code('/api/regions/kukar/survey?agency=zz')).toBe('unknown-agency')
  expect(await code('/api/regions/zz/survey')).toBe('unknown-region')
})

it('keeps nothing with the answers that leads to ticket, citizen or hour', async () => {
  const citizen = await server.signInCitizen(niks[0])
  const officer = await server.signInOfficer()
  const ticket = (await server.take(citizen, 'akta')).json.id
  const early = await server.call('POST', `/api/tickets/${ticket}/survey`, { cookie: citizen, body: { answers: all(4) } })
  expect(early.json.error.code).toBe('wrong-state')
  const post = (url: string) => server.call('POST', url, { cookie: officer })
  await post('/api/officer/counters/kukar.loket-01/open')
  await post('/api/officer/counters/kukar.loket-01/next')
  await post(`/api/officer/tickets/${ticket}/serve`)
  await post(`/api/officer/tickets/${ticket}/finish`)
  const rate = (profile: object) =>
    server.call('POST', `/api/tickets/${ticket}/survey`, { cookie: citizen, body: { answers: all(3), profile } })
  expect((await rate({ sex: 'lain' })).json.error).toMatchObject({ code: 'profile-invalid', details: { field: 'sex' } })
  expect((await rate({ sex: 'perempuan', age: '30-39' })).json.isSurveyDue).toBe(false)
  expect((await rate({})).json.error.code).toBe('survey-done')
  const rows = await server.store.recordsAt('survey', 'kukar', null, null, 1000)
  const [row] = rows.filter(({ createdAtMs }) => createdAtMs === Date.UTC(2025, 2, 3))
  expect(row).toMatchObject({ owner: '', desk: 'disdukcapil', createdAtMs: row.updatedAtMs })
  expect(row.createdAtMs % dayMs).toBe(0)
  expect(JSON.stringify(row)).not.toContain(ticket)
  expect(JSON.stringify(row)).not.toContain(niks[0])
  expect(row.data).toEqual({
    day: '2025-03-03',
    agency: 'disdukcapil',
    service: null,
    answers: all(3),
    profile: { sex: 'perempuan', age: '30-39' },
  })
})

it('takes one survey for each finished case, from its owner', async () => {
  const store = openMemoryStore()
  const found = { id: 'k1', citizen: 'siti', region: 'kukar', agency: 'pajak', state: 'issued' } as CaseSummary
  const surveys = createSurveyService({
    store,
    clock: testClock(),
    key: new Uint8Array(32).fill(1),
    cases: { find: async (id) => (id === 'k1' ? found : id === 'k2' ? { ...found, state: 'accepted' } : null) },
  })
  await expect(surveys.finishedCase('k1', 'budi')).rejects.toMatchObject({ code: 'unknown-case' })
  await expect(surveys.finishedCase('k2', 'siti')).rejects.toMatchObject({ code: 'survey-early' })
  await expect(surveys.finishedCase('k3', 'siti')).rejects.toMatchObject({ code: 'unknown-case' })
  const { id } = await surveys.finishedCase('k1', 'siti')
  const answer = () =>
    surveys.answer(
      { kind: 'case', id },
      { region: 'kukar', agency: 'pajak', service: 's', day: '2025-03-03', answers: all(4), profile: {} },
    )
  const outcomes = await Promise.allSettled([answer(), answer()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(answer()).rejects.toMatchObject({ code: 'survey-done' })
  // A ticket of the same name is another thing.
  expect(await surveys.isRated({ kind: 'ticket', id: 'k1' })).toBe(false)
  await store.putSurvey({ ticket: 'old', region: 'kukar', group: 'a', service: null, answers: all(4), atMs: 1 })
  expect(await surveys.isRated({ kind: 'ticket', id: 'old' })).toBe(true)
})

it('counts what is finished at counters and in cases, over a restart', async () => {
  const store = openMemoryStore()
  const events: QueueEmitter = new EventEmitter()
  const listeners: ((change: { summary: CaseSummary; event: string }) => void)[] = []
  const make = () => createSurveyService({ store, clock: testClock(), key: new Uint8Array(32), cases: { find: async () => null } })
  const count = (surveys: ReturnType<typeof make>) =>
    countServed({
      surveys,
      queue: { events },
      cases: { onChange: (listener) => (listeners.push(listener), noLog) },
      dayNow: () => '2025-03-03',
      log: noLog,
    })
  const stop = count(make())
  const summary = { region: 'kukar', agency: 'pajak' } as CaseSummary
  for (const event of ['submitted', 'issued', 'collected', 'rejected']) listeners[0]({ summary, event })
  const placed = { region: 'kukar', agency: 'pajak' }
  events.emit('ticket', { event: { type: 'finished' }, placed } as never)
  events.emit('ticket', { event: { type: 'called' }, placed } as never)
  stop()
  events.emit('ticket', { event: { type: 'finished' }, placed } as never)
  const second = make()
  await second.served({ region: 'kukar', agency: 'pajak', day: '2025-03-04' })
  const board = await second.board('kukar', 'pajak', '2025-T1', '2025-03-05')
  expect(board.sample).toMatchObject({ served: 4, answered: 0 })
})
