import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiErrors, type ApiErrorBody } from '../../../game/api/index.ts'
import { apiErrorAnswer } from '../../../server/http/index.ts'
import { errorSchema } from '../../../server/http/schemas.ts'
import { openMemoryStore, type Store } from '../../../server/store/index.ts'
import { niks, origin, testServer, type TestServer } from './harness.ts'

const codeOf = (answer: { json: unknown }) => (answer.json as ApiErrorBody).error.code

describe('edges of the HTTP interface', () => {
  let server: TestServer
  let citizen: string
  beforeAll(async () => {
    server = await testServer()
    citizen = await server.signInCitizen(niks[0])
  })
  afterAll(() => server.close())

  it('has a valid body for every row of the error table, with nothing left to fill', () => {
    const details = {
      reason: 'r',
      length: 3,
      digits: '99',
      phone: '1',
      left: 2,
      time: '10.00',
      seconds: 4,
      region: 'x',
      group: 'g',
      counter: '1',
      label: 'A-001',
      state: 'called',
      element: 'waktu',
      limit: '64 KB',
      agency: 'Pajak',
      next: '2025-03-05',
      code: 'ABCD2345',
      character: 'é',
      field: 'sex',
      period: '2026-T4',
      host: 'push.example',
      missing: 'data',
      received: '1 MB',
      expected: '2 MB',
      most: 40,
      kind: 'PDF',
      username: 'sari',
      room: 'panggung',
      type: 'PDF',
      pages: 41,
      mostPages: 40,
      megapixels: 30,
      until: '2026-12-01',
      least: 10,
      reference: 'SIMV1',
      what: 'zwei',
      line: 7,
      name: 'rupiah',
      filter: 'x',
      hours: 'x',
      number: 'x',
      names: 'x',
      count: 2,
      part: 'x',
      requirement: 'x',
      service: 'x',
      step: 'x',
      version: 'x',
    }
    for (const code of Object.keys(apiErrors) as (keyof typeof apiErrors)[]) {
      for (const language of ['id', 'en'] as const) {
        const { status, body } = apiErrorAnswer(code, language, details)
        expect(status).toBe(apiErrors[code].status)
        expect(errorSchema.parse(body).error.message).not.toMatch(/[{}?]/)
      }
    }
    expect(apiErrorAnswer('wrong-state', 'id', details).body.error.message).toContain('dipanggil')
  })

  it.each([
    ['an unknown region', 'GET', '/api/regions/nowhere/queue', undefined, 404, 'unknown-region'],
    ['an unknown group', 'POST', '/api/tickets', { region: 'kukar', group: 'none', service: null }, 404, 'unknown-group'],
    ['a service of another group', 'POST', '/api/tickets', { region: 'kukar', group: 'ktp', service: 'npwp-1' }, 400, 'bad-request'],
    ['a body that lacks a field', 'POST', '/api/tickets', { region: 'kukar' }, 400, 'bad-request'],
    ['an unknown ticket', 'GET', '/api/tickets/nothing', undefined, 404, 'unknown-ticket'],
    ['an unknown address', 'GET', '/api/nothing', undefined, 404, 'not-found'],
    ['a NIK of letters', 'POST', '/api/session/otp', { nik: 'abcdefghijklmnop', phone: '081234567890' }, 422, 'nik-not-digits'],
  ] as const)('refuses %s', async (_name, method, url, body, status, code) => {
    const answer = await server.call(method, url, { body, cookie: citizen, headers: { 'idempotency-key': 'edge-key-1' } })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    expect(errorSchema.safeParse(answer.json).success).toBe(true)
  })

  it('refuses what is no JSON, and what is too large', async () => {
    const post = (payload: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/tickets',
        payload,
        headers: { host: 'balai.test', origin, cookie: citizen, 'content-type': 'application/json', 'idempotency-key': 'edge-key-2' },
      })
    expect((await post('{"region":')).json().error.code).toBe('bad-request')
    const large = await post(JSON.stringify({ region: 'x'.repeat(70_000) }))
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'too-large'])
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another port of this host', { origin: 'http://balai.test:81' }],
    ['another site, by fetch metadata', { origin, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { origin, 'sec-fetch-site': 'same-site' }],
  ])('refuses a change sent by %s, before anything is looked at', async (_name, headers) => {
    const before = (await server.call('GET', '/api/regions/kukar/queue')).json
    const answer = await server.call('POST', '/api/tickets', {
      cookie: citizen,
      body: { region: 'kukar', group: 'ktp', service: null },
      headers: { 'idempotency-key': 'csrf-key-1', ...headers },
    })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden'])
    expect((await server.call('GET', '/api/regions/kukar/queue')).json.groups).toEqual(before.groups)
  })

  it('speaks the language that was asked for, Indonesian otherwise', async () => {
    const message = async (url: string, headers: Record<string, string>) => (await server.call('GET', url, { headers })).json.error.message
    const { id, en } = apiErrors['not-found']
    expect(await message('/api/x', {})).toBe(id)
    expect(await message('/api/x', { 'accept-language': 'en-GB,en;q=0.9,id;q=0.8' })).toBe(en)
    expect(await message('/api/x', { 'accept-language': 'de,in;q=0.5,en;q=0.4' })).toBe(id)
    expect(await message('/api/x?bahasa=en', { 'accept-language': 'id' })).toBe(en)
    expect(await message('/api/x', { cookie: 'bahasa=en' })).toBe(en)
  })

  it('sends a strict policy that lets in our own sockets and no inline script', async () => {
    const policy = String((await server.call('GET', '/healthz')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("connect-src 'self' ws://balai.test wss://balai.test;")
    expect(policy).not.toMatch(/unsafe-inline|upgrade-insecure-requests|\*/)
    const data = (await server.call('GET', '/api/config')).headers
    expect(data['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(data['x-content-type-options']).toBe('nosniff')
    const strange = await server.call('GET', '/healthz', { headers: { host: "x;script-src 'unsafe-inline'" } })
    expect(String(strange.headers['content-security-policy'])).not.toContain('unsafe-inline')
  })

  it('sends a catalogue packed, and nothing when the browser has it', async () => {
    const get = (headers: Record<string, string>) => server.app.inject({ url: '/api/regions/kukar/catalogue', headers })
    const packed = await get({ 'accept-encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('br')
    const again = await get({ 'accept-encoding': 'gzip, br', 'if-none-match': String(packed.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await get({})).json()).toMatchObject({ region: { slug: 'kukar' }, counters: [{ id: 'kukar.loket-01' }, {}, {}] })
  })

  it('describes every route in OpenAPI 3.1', async () => {
    const document = (await server.call('GET', '/openapi.json')).json
    expect(document.openapi).toBe('3.1.0')
    for (const path of ['/api/tickets', '/api/session/otp/verify', '/api/officer/counters/{counter}/next', '/api/stream/{counter}']) {
      expect(Object.keys(document.paths)).toContain(path)
    }
  })

  it('shows the codes of a demonstration as text, and nothing on any other install', async () => {
    const page = await server.call('GET', '/demo/kode?bahasa=en')
    expect(page.text).toContain(server.identity.demoCodes()[0].code)
    expect(page.text).not.toContain(niks[0])
    expect(page.text).toContain('DEMONSTRATION')
    const real = await testServer({ isDemo: false })
    expect((await real.call('GET', '/demo/kode')).status).toBe(404)
    await real.close()
  })
})

it('limits requests from one address', async () => {
  const server = await testServer({ requestsPerMinute: 5 })
  const answers = []
  for (let index = 0; index < 7; index++) answers.push(await server.call('GET', '/api/config'))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(answers[6].json.error).toMatchObject({ code: 'too-many', details: { seconds: expect.any(Number) } })
  expect((await server.call('GET', '/healthz')).status).toBe(200)
  await server.close()
})

it('says store-unavailable when the disk refuses, and an id and no more when we are at fault', async () => {
  const real = openMemoryStore()
  const broken = { isOn: false }
  const store: Store = {
    ...real,
    check: async () => {
      if (broken.isOn) throw Object.assign(new Error('disk'), { code: 'store-broken' })
    },
    async findTicket(id) {
      if (broken.isOn) throw Object.assign(new Error('secret detail'), { code: 'x' })
      return real.findTicket(id)
    },
    async append(request) {
      if (broken.isOn) throw Object.assign(new Error('disk'), { code: 'store-broken' })
      return real.append(request)
    },
  }
  const server = await testServer({ store })
  const citizen = await server.signInCitizen(niks[0])
  broken.isOn = true
  const refused = await server.take(citizen)
  expect([refused.status, codeOf(refused)]).toEqual([503, 'store-unavailable'])
  const fault = await server.call('GET', '/api/tickets/any', { cookie: citizen })
  expect([fault.status, codeOf(fault)]).toEqual([500, 'internal'])
  expect(fault.text).not.toContain('secret detail')
  expect((await server.call('GET', '/healthz')).json).toEqual({ ok: false, store: false, worlds: true })
  broken.isOn = false
  expect((await server.take(citizen)).json.label).toBe('A-001')
  expect((await server.call('GET', '/metrics')).text).toContain('balai_http_seconds')
  await server.close()
})
