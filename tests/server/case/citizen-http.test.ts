import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, OfficerCaseView } from '../../../game/api/index.ts'
import { niks } from '../http/harness.ts'
import { caseServer, newCaseId, type CaseServer } from './case-server.ts'
import { answers } from './standards.ts'

let server: CaseServer
let siti: { id: string; cookie: string }
let budi: { id: string; cookie: string }
let front: { cookie: string }
beforeAll(async () => {
  server = await caseServer()
  siti = await server.citizen(niks[0])
  budi = await server.citizen(niks[1], '081234567891')
  front = await server.officer('fitri')
})
afterAll(() => server.close())

const codeOf = (answer: { json: { error?: { code: string } } | null; status: number }) => answer.json?.error?.code ?? answer.status
const send = async (change: Parameters<CaseServer['filled']>[1] = {}, key?: string) =>
  server.submit(siti.cookie, await server.filled(siti.cookie, change), key)

test('what is sent twice is there once, under the same key and under another', async () => {
  const request = await server.filled(siti.cookie)
  const both = await Promise.all([server.submit(siti.cookie, request, 'kunci-satu'), server.submit(siti.cookie, request, 'kunci-satu')])
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(both[0].json.number).toBe(both[1].json.number)
  expect((await server.submit(siti.cookie, request, 'kunci-dua')).json).toMatchObject({ id: request.case, number: both[0].json.number })
  const mine = (await server.call('GET', '/api/cases', { cookie: siti.cookie })).json.cases as CaseView[]
  expect(mine.filter(({ id }) => id === request.case)).toHaveLength(1)
  const forms = (await server.papers.vault.of(siti.id)).filter(({ kind }) => kind === 'form')
  expect(forms).toHaveLength(mine.length)
})

test('another request under the same key, or other contents under the same id, is refused', async () => {
  const request = await server.filled(siti.cookie)
  await server.submit(siti.cookie, request, 'kunci-tiga')
  const other = { ...request, answers: { ...answers, nama: 'Melati' } }
  expect(codeOf(await server.submit(siti.cookie, other, 'kunci-tiga'))).toBe('idempotency-mismatch')
  expect(codeOf(await server.submit(siti.cookie, other, 'kunci-empat'))).toBe('already-submitted')
})

test("somebody else's case is not there: not to read, to repeat, to correct, to withdraw", async () => {
  const request = await server.filled(siti.cookie)
  const { id } = (await server.submit(siti.cookie, request)).json as CaseView
  const { cookie } = budi
  const headers = { 'idempotency-key': 'kunci-lain' }
  const body = { answers, papers: request.papers, consent: request.consent }
  const tries = [
    await server.call('GET', `/api/cases/${id}`, { cookie }),
    await server.call('GET', `/api/cases/${id}/answers`, { cookie }),
    await server.submit(cookie, request, 'kunci-lima'),
    await server.call('POST', `/api/cases/${id}/resubmit`, { cookie, body, headers }),
    await server.call('POST', `/api/cases/${id}/withdraw`, { cookie }),
    await server.call('GET', `/api/cases/${newCaseId()}`, { cookie }),
  ]
  expect(tries.map(codeOf)).toEqual(tries.map(() => 'unknown-case'))
  expect((await server.call('GET', '/api/cases', { cookie })).json).toEqual({ cases: [] })
  const strangers = ['GET /api/cases', `GET /api/cases/${id}`, `GET /api/cases/${id}/answers`, `POST /api/cases/${id}/withdraw`]
  for (const route of strangers) {
    const [method, url] = route.split(' ') as ['GET' | 'POST', string]
    expect(codeOf(await server.call(method, url))).toBe('sign-in-required')
    expect(codeOf(await server.call(method, url, { cookie: front.cookie }))).toBe('forbidden')
  }
})

test('the form is checked as the page checks it, and every wrong field is named', async () => {
  const wrong = await send({ answers: { nama: 'B', kembar: true, asing: 1 } })
  expect([wrong.status, wrong.json.error.code]).toEqual([422, 'form-invalid'])
  expect(wrong.json.error.details.errors.map(({ field }: { field: string }) => field)).toEqual(['asing', 'nama', 'anakKe', 'namaKembar'])
  expect(JSON.stringify(wrong.json)).not.toContain('"B"')
})

test('papers are those that are asked for, of the right kind, the citizen’s own, and agreed to', async () => {
  const kk = await server.paper(siti.cookie, 'kk')
  const letter = await server.paper(siti.cookie, 'surat-lahir')
  const strange = await server.paper(budi.cookie, 'kk')
  const tries = [
    await send({ papers: { kk } }),
    await send({ papers: { kk, 'surat-lahir': letter, 'surat-kembar': letter } }),
    await send({ papers: { kk: strange, 'surat-lahir': letter } }),
    await send({ papers: { kk: 'tidak-ada', 'surat-lahir': letter } }),
    await send({ papers: { kk: letter, 'surat-lahir': letter } }),
    await send({ papers: { kk, 'surat-lahir': letter }, consent: { text: 'kasus-1', papers: [kk] } }),
  ]
  expect(tries.map(codeOf)).toEqual([
    'papers-missing',
    'paper-not-asked',
    'unknown-paper',
    'unknown-paper',
    'paper-kind',
    'consent-missing',
  ])
  expect(tries[0].json.error.message).toContain('surat-lahir')
})

test('an old version, a service that is not there, one without a form, and a strange ticket are refused', async () => {
  const tries = [
    await send({ version: 1 }),
    await send({ service: 'tidak-ada' }),
    await send({ region: 'tidak-ada' }),
    await send({ service: 'akta-1', version: 1 }),
    await send({ viaTicket: 'tiket-orang' }),
  ]
  expect(tries.map(codeOf)).toEqual(['standard-changed', 'unknown-service', 'unknown-region', 'no-form', 'unknown-ticket'])
  expect(tries[0].json.error.details).toEqual({ version: 2 })
})

test('the ticket that it comes from is linked, and consents are kept for the form and each paper', async () => {
  const ticket = (await server.take(siti.cookie)).json as { id: string }
  const sent = (await send({ viaTicket: ticket.id })).json as CaseView
  await server.act(front.cookie, sent.id, 'take')
  const view = (await server.call('GET', `/api/officer/cases/${sent.id}`, { cookie: front.cookie })).json as OfficerCaseView
  expect(view.links).toEqual([{ type: 'ticket', id: ticket.id }])
  const consents = (await server.store.recordsOf('consent', siti.id)).filter(({ id }) => id.startsWith(sent.id))
  expect(consents.map(({ data }) => (data as { paper: string | null }).paper)).toHaveLength(3)
  expect(consents.every(({ data }) => (data as { text: string }).text === 'kasus-1')).toBe(true)
})

test('a second wish for the same is warned of with the first number, and taken', async () => {
  const { json: first } = await send({ service: 'npwp-1', version: 1, papers: { kk: await server.paper(siti.cookie, 'kk') } })
  const { json: second } = await send({ service: 'npwp-1', version: 1, papers: { kk: await server.paper(siti.cookie, 'kk') } })
  expect(first.warnings).toEqual([])
  expect(second.warnings).toEqual([{ type: 'duplicate', case: first.id, number: first.number, state: 'submitted' }])
})

test('only what was returned is put right, with the fields that follow from it', async () => {
  const request = await server.filled(siti.cookie)
  const { id } = (await server.submit(siti.cookie, request)).json as CaseView
  await server.act(front.cookie, id, 'take')
  const marks = {
    fields: [{ field: 'kembar', sentence: 'Surat lahir menyebut kembar' }],
    papers: [{ requirement: 'kk', sentence: 'Terpotong', mark: { paper: request.papers.kk, page: 1, x: 0, y: 0, width: 1, height: 0.2 } }],
  }
  expect((await server.act(front.cookie, id, 'return', { fields: [{ field: 'asing', sentence: 'x' }], papers: [] })).json).toMatchObject({
    error: { code: 'bad-request' },
  })
  expect((await server.act(front.cookie, id, 'return', marks)).json).toMatchObject({ state: 'returned', turn: 'citizen' })
  const seen = (await server.call('GET', `/api/cases/${id}`, { cookie: siti.cookie })).json as CaseView
  expect(seen).toMatchObject({ paused: 'returned', promisedOn: null, returned: { role: 'front', ...marks } })
  expect((await server.call('GET', `/api/cases/${id}/answers`, { cookie: siti.cookie })).json).toEqual({ answers, papers: request.papers })

  const correct = (body: object, key: string) =>
    server.call('POST', `/api/cases/${id}/resubmit`, { cookie: siti.cookie, body: body as never, headers: { 'idempotency-key': key } })
  const kk = await server.paper(siti.cookie, 'kk')
  const twin = await server.paper(siti.cookie, 'surat-kembar')
  const better = { ...answers, kembar: true, namaKembar: 'Melati' }
  const papers = { ...request.papers, kk, 'surat-kembar': twin }
  const consent = { text: 'kasus-1', papers: [kk, twin] }
  expect(codeOf(await correct({ answers: { ...better, anakKe: 2 }, papers, consent }, 'perbaikan-1'))).toBe('not-returned')
  expect(codeOf(await correct({ answers: better, papers, consent: { text: 'kasus-1', papers: [kk] } }, 'perbaikan-2'))).toBe(
    'consent-missing',
  )
  const refused = async (body: object, key: string) => {
    const { json, status } = await correct(body, key)
    return [status, json.error.code, json.error.message]
  }
  const isSame = 'masih sama seperti yang dikembalikan. Perbaiki dahulu seperti yang diminta, lalu kirim lagi.'
  expect(await refused({ answers, papers: request.papers, consent }, 'perbaikan-3')).toEqual([
    422,
    'part-unanswered',
    `"Kembar?" ${isSame}`,
  ])
  // One of two put right is not enough.
  expect(await refused({ answers, papers: { ...request.papers, kk }, consent }, 'perbaikan-3a')).toEqual([
    422,
    'part-unanswered',
    `"Kembar?" ${isSame}`,
  ])
  const old = { ...papers, kk: request.papers.kk }
  expect(await refused({ answers: better, papers: old, consent }, 'perbaikan-3b')).toEqual([422, 'part-unanswered', `"kk" ${isSame}`])
  const sent = await correct({ answers: better, papers, consent }, 'perbaikan-4')
  expect(sent.json).toMatchObject({ state: 'submitted', returned: null, isInHand: true, promisedOn: '2025-03-06' })
  expect((await correct({ answers: better, papers, consent }, 'perbaikan-5')).json).toMatchObject({ state: 'submitted' })
  const desk = (await server.call('GET', `/api/officer/cases/${id}`, { cookie: front.cookie })).json as OfficerCaseView
  expect(desk.answers).toEqual(better)
  expect(desk.papers.map(({ requirement, isNew }) => [requirement, isNew])).toEqual([
    ['kk', true],
    ['surat-lahir', false],
    ['surat-kembar', true],
  ])
})

test('a citizen withdraws until it is decided', async () => {
  const { id } = (await send()).json as CaseView
  const withdraw = () => server.call('POST', `/api/cases/${id}/withdraw`, { cookie: siti.cookie })
  expect((await withdraw()).json).toMatchObject({ state: 'withdrawn', mayWithdraw: false })
  expect((await withdraw()).status).toBe(200)
  expect(codeOf(await server.act(front.cookie, id, 'take'))).toBe('case-state')
})

test('ids that could be guessed are not taken, and every route is in the interface’s document', async () => {
  expect(codeOf(await send({ case: 'kasus-1' }))).toBe('bad-request')
  const { paths } = (await server.call('GET', '/openapi.json')).json as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  }
  const actions = ['take', 'release', 'check', 'return', 'accept', 'step', 'decide', 'reject', 'link', 'escalate']
  const expected = [
    '/api/cases',
    '/api/cases/claims',
    '/api/cases/{case}',
    '/api/cases/{case}/answers',
    '/api/cases/{case}/resubmit',
    '/api/cases/{case}/withdraw',
    '/api/officer/cases',
    '/api/officer/cases/{case}',
    ...actions.map((action) => `/api/officer/cases/{case}/${action}`),
    '/api/admin/holidays',
    '/api/admin/roles/{officer}',
  ]
  for (const path of expected) {
    for (const operation of Object.values(paths[path] ?? {}))
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX']))
  }
  expect(expected.filter((path) => paths[path] === undefined)).toEqual([])
})
