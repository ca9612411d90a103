import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRng, type Rng } from '@balai/engine/core'
import { type Intent, intentKind } from '@balai/engine/input'
import { closeCodes, type ServerMessage } from '@balai/engine/net'
import { type Answer, type CallOptions, type Caller, createCaller } from '../../bench/figures/run-caller.ts'
import { madeUpCitizen, readCode, signInCitizen } from '../../bench/figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { aimAt } from '../../bench/hostile/attack.ts'
import { lineAttacks, stopReading } from '../../bench/hostile/line-attacks.ts'
import { messageAttacks } from '../../bench/hostile/message-attacks.ts'
import { hearErrors } from '../../bench/hostile/server-errors.ts'
import { type ApiErrorBody, type ApiErrorCode, apiErrors, serviceCloseCodes, type ServiceEvent } from '../../game/api/index.ts'
import { type Frame, helloTo, openService, openWorld, type RawSocket, walkingFrame } from './raw-sockets.ts'

let server: RunServer
let caller: Caller
let hello: Uint8Array
/** Two people of good manners, in the hall and at the list, from the first test to the last. */
let walker: RawSocket<ServerMessage>
let reader: RawSocket<ServiceEvent>
/** What the server logged that nobody expected. */
const errors: string[] = []

beforeAll(async () => {
  // Every test citizen calls from an address of their own, so that one test's refusals do not use up another's limits.
  server = await startRunServer({
    settings: { TRUST_PROXY: 'on', LOG_LEVEL: 'info' },
    onOutput: hearErrors((line) => void errors.push(line)),
  })
  caller = createCaller(() => server.port)
  hello = await helloTo(server.origin, 'kukar')
  walker = await openWorld(server.origin, 'kukar')
  walker.send(hello)
  await walker.until(({ type }) => type === 'welcome')
  reader = await openService(server.origin)
  reader.send(JSON.stringify({ type: 'watch', region: 'kukar' }))
  await reader.until(({ type }) => type === 'queue')
}, 90_000)
afterAll(async () => {
  walker?.close()
  reader?.close()
  caller?.close()
  await server?.stop()
})

const group = 'disdukcapil-identitas'
const refusalOf = ({ body }: Answer): ApiErrorBody['error'] => (body as ApiErrorBody).error
const post = (path: string, body: unknown, options: CallOptions = {}): Promise<Answer> => caller.call('POST', path, { ...options, body })
const ping = (clientMs: number): Uint8Array => walkingFrame({ type: 'ping', clientMs })
const walkTo = (targetX: number, stamp = 1): Uint8Array =>
  walkingFrame({ type: 'intent', stamp, check: 0, intent: { kind: intentKind.walkTo, direction: 0, targetX, targetZ: 1 } })
const numbered = (count: number, frame: (index: number) => Frame): Frame[] => Array.from({ length: count }, (_none, index) => frame(index))
let pings = 0
async function othersGoOn(): Promise<void> {
  const at = ++pings
  walker.send(ping(at))
  reader.send(JSON.stringify({ type: 'ping', at }))
  await walker.until((message) => message.type === 'pong' && message.clientMs === at)
  await reader.until((event) => event.type === 'pong' && event.at === at)
}

describe('a walking socket that misbehaves is closed with its code, and the hall goes on', () => {
  it.each<[string, keyof typeof closeCodes | 1009, () => Frame[]]>([
    ['an unknown message', 'badMessage', () => [hello, Uint8Array.of(77, 1, 2, 3)]],
    ['an empty frame', 'badMessage', () => [hello, new Uint8Array(0)]],
    ['a text', 'badMessage', () => [hello, 'hello']],
    ['an intent that is none', 'badMessage', () => [hello, Uint8Array.of(2, 1, 0, 0, 0, 0, 0, 65)]],
    ['a target cut short', 'badMessage', () => [hello, walkTo(5).subarray(0, 10)]],
    ['a hello of neither kind', 'badMessage', () => [Uint8Array.of(...hello.slice(0, 11), 2, ...hello.slice(12))]],
    ['a message with a tail', 'badMessage', () => [hello, Buffer.concat([ping(1), Uint8Array.of(0)])]],
    ['300 bytes', 'tooLarge', () => [hello, new Uint8Array(300)]],
    ['a megabyte', 1009, () => [hello, new Uint8Array(1 << 20)]],
    ['300 messages at once', 'tooMany', () => [hello, ...numbered(300, ping)]],
    ['a step before hello', 'helloExpected', () => [walkTo(1)]],
    ['hello twice', 'helloExpected', () => [hello, hello]],
    ['another version', 'badVersion', () => [Uint8Array.of(1, 255, 255, ...hello.slice(3))]],
    ['another map', 'badVersion', () => [Uint8Array.of(...hello.slice(0, 7), 1, 2, 3, 4, ...hello.slice(11))]],
  ])('%s', async (_name, name, frames) => {
    const bad = await openWorld(server.origin, 'kukar')
    for (const frame of frames()) bad.send(frame)
    expect(await bad.closed).toBe(name === 1009 ? name : closeCodes[name].code)
    await othersGoOn()
  })

  it('steps out of order are corrected, not punished', async () => {
    const bad = await openWorld(server.origin, 'kukar')
    bad.send(hello)
    const { netId } = (await bad.until(({ type }) => type === 'welcome')) as Extract<ServerMessage, { type: 'welcome' }>
    const corrections = () => bad.heard.filter(({ type }) => type === 'correction').length
    // The second is void: it was sent before the first correction was heard.
    for (const stamp of [0, 2 ** 32 - 1]) bad.send(walkTo(5, stamp))
    await expect.poll(corrections, { timeout: 10_000 }).toBe(1)
    bad.send(walkingFrame({ type: 'lost', slot: netId & 0xffff }))
    bad.send(walkTo(5, 2 ** 32 - 1))
    await expect.poll(corrections, { timeout: 10_000 }).toBe(2)
    expect(bad.isOpen()).toBe(true)
    bad.close()
  })

  it('the good walker still sees who comes and who goes', async () => {
    const before = walker.heard.length
    const guest = await openWorld(server.origin, 'kukar')
    guest.send(hello)
    const { netId } = (await guest.until(({ type }) => type === 'welcome')) as Extract<ServerMessage, { type: 'welcome' }>
    const frames = () => walker.heard.slice(before).flatMap((message) => (message.type === 'frame' ? [message] : []))
    await expect.poll(() => frames().some(({ entered }) => entered.some((one) => one.netId === netId)), { timeout: 10_000 }).toBe(true)
    guest.close()
    await expect.poll(() => frames().some(({ left }) => left.includes(netId & 0xffff)), { timeout: 10_000 }).toBe(true)
  })
})

describe('an attack is answered by the rules and touches nobody else', () => {
  it.each([...messageAttacks, ...lineAttacks])('$name', { timeout: 60_000 }, async ({ name, run }) => {
    const { n, wrong } = await run(await aimAt(server.origin, server.port), name === 'random frames' ? 60 : 2)
    expect(n).toBeGreaterThan(0)
    expect(wrong).toEqual([])
    await othersGoOn()
  })

  it('people who never read what they are told hold nobody up', async () => {
    const letGo = await stopReading(await aimAt(server.origin, server.port), 5)
    for (let i = 0; i < 20; i++) await othersGoOn()
    letGo()
    await othersGoOn()
  })
})

describe('a service socket that misbehaves is closed with its code, and the others hear on', () => {
  const padded = (bytes: number): string => JSON.stringify({ type: 'contact.signal', contact: 'a', data: 'x'.repeat(bytes) })
  it.each<[string, keyof typeof serviceCloseCodes | 1009, () => Frame[]]>([
    ['no JSON', 'badMessage', () => ['{"type":']],
    ['a list', 'badMessage', () => ['[]']],
    ['an unknown type', 'badMessage', () => ['{"type":"drop-all"}']],
    ['an object for a text', 'badMessage', () => ['{"type":"contact.chat","contact":"a","key":"k","text":{"a":1}}']],
    ['a number that JSON has no word for', 'badMessage', () => ['{"type":"ping","at":1e999}']],
    ['a binary frame', 'badMessage', () => [Buffer.from('{"type":"ping","at":1}')]],
    ['70 KB', 'tooLarge', () => [padded(70_000)]],
    ['a megabyte', 1009, () => [padded(1 << 20)]],
    ['300 messages at once', 'tooMany', () => numbered(300, (at) => JSON.stringify({ type: 'ping', at }))],
  ])('%s', async (_name, name, frames) => {
    const bad = await openService(server.origin)
    await bad.until(({ type }) => type === 'hello')
    for (const frame of frames()) bad.send(frame)
    expect(await bad.closed).toBe(name === 1009 ? name : serviceCloseCodes[name].code)
    await othersGoOn()
  })

  it('a visitor who speaks in a talk, or of a region that is none, is refused in words and stays', async () => {
    const deep = `{"type":"contact.signal","contact":"a","data":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
    const visitor = await openService(server.origin)
    for (const frame of [deep, '{"type":"watch","region":"__proto__"}']) visitor.send(frame)
    await visitor.until((event) => event.type === 'refused' && event.code === 'sign-in-required')
    await visitor.until((event) => event.type === 'refused' && event.code === 'unknown-region')
    expect(visitor.isOpen()).toBe(true)
    visitor.close()
  })
})

describe('another site cannot act through a visitor’s browser', () => {
  it('opens no socket', async () => {
    for (const from of ['https://evil.example', 'null', `http://localhost.evil.example:${server.port}`]) {
      await expect(openService(server.origin, { from })).rejects.toThrow('refused with 403')
      await expect(openWorld(server.origin, 'kukar', { from })).rejects.toThrow('refused with 403')
    }
  })

  it('changes nothing, and may read nothing', async () => {
    const { cookie } = await signInCitizen(caller, 1)
    const send = (headers: Record<string, string>) =>
      fetch(`${server.origin}/api/tickets`, {
        method: 'POST',
        body: JSON.stringify({ region: 'kukar', group, service: null }),
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      })
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: server.origin, 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const answer = await send(headers)
      expect([answer.status, ((await answer.json()) as ApiErrorBody).error.code]).toEqual([403, 'forbidden'])
    }
    expect((await caller.call('GET', '/api/tickets', { cookie })).body).toEqual({ tickets: [] })
    const asked = await fetch(`${server.origin}/api/session`, { headers: { origin: 'https://evil.example' } })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('who signs in wrongly is told why', () => {
  it.each([
    ['6402013113800001', 'nik-date', '311380'],
    ['6402012902810001', 'nik-date', '290281'],
    ['6402010105800000', 'nik-serial', '0000'],
    ['64020101058000', 'nik-length', '14'],
    ['64020101o5800001', 'nik-not-digits', 'angka'],
  ])('NIK %s: %s', async (nik, code, said) => {
    const answer = await post('/api/session/otp', { nik, phone: '081255500001' }, { from: '10.9.0.1' })
    expect([answer.status, refusalOf(answer).code]).toEqual([422, code])
    expect(refusalOf(answer).message).toContain(said)
  })

  it('wrong codes are counted down, then locked until a time that is named, also for the right code', async () => {
    const { nik, phone, from } = madeUpCitizen(2)
    const asked = await post('/api/session/otp', { nik, phone }, { from })
    const { challenge } = asked.body as { challenge: string }
    const right = readCode(String((await caller.call('GET', '/demo/kode', { from })).body), nik)
    const wrong = right === '000000' ? '000001' : '000000'
    const verify = (code: string) => post('/api/session/otp/verify', { challenge, code }, { from })
    for (const left of [4, 3, 2, 1]) {
      expect(refusalOf(await verify(wrong))).toMatchObject({ code: 'otp-wrong', details: { left } })
    }
    for (const code of [wrong, right]) {
      const locked = await verify(code)
      expect([locked.status, refusalOf(locked).code, locked.setCookie]).toEqual([429, 'otp-locked', null])
      expect(refusalOf(locked).message).toMatch(/pukul \d\d\.\d\d WIB/)
    }
    expect(refusalOf(await post('/api/session/otp', { nik, phone }, { from })).code).toBe('otp-locked')
  })
})

it('what people write comes back as they wrote it', async () => {
  const citizen = await signInCitizen(caller, 3)
  const signedIn = await post('/api/officer/session', server.bootstrap)
  const officer = { cookie: signedIn.setCookie ?? '' }
  const taken = await post('/api/tickets', { region: 'kukar', group, service: null }, { ...citizen, key: randomUUID() })
  expect(taken.status).toBe(201)
  const start = (await caller.call('GET', '/api/officer', officer)).body as { counters: { id: string; agency: string; region: string }[] }
  const { agency } = taken.body as { agency: string }
  const counter = start.counters.find((place) => place.region === 'kukar' && place.agency === agency)?.id
  for (const action of ['open', 'next']) {
    expect((await caller.call('POST', `/api/officer/counters/${counter}/${action}`, officer)).status).toBe(200)
  }
  const phone = await openService(server.origin, { cookie: citizen.cookie })
  const rung = (await phone.until((event) => event.type === 'contact')) as Extract<ServiceEvent, { type: 'contact' }>
  const contact = rung.contact.id
  phone.send(JSON.stringify({ type: 'contact.answer', contact, rung: 'chat' }))
  const lines = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '&lt;b&gt; "$& `${1}\'',
    '{"type":"refused"}',
    '\u202e\u0000\u2028🧑🏽‍🦱',
    "'; DROP TABLE tickets; --",
  ]
  for (const [index, text] of lines.entries()) phone.send(JSON.stringify({ type: 'contact.chat', contact, key: `line-${index}`, text }))
  phone.send(JSON.stringify({ type: 'contact.chat', contact, key: 'long', text: 'x'.repeat(2001) }))
  expect(await phone.until(({ type }) => type === 'refused')).toMatchObject({ code: 'too-large' })
  const desk = await openService(server.origin, officer)
  const said = () => desk.heard.flatMap((event) => (event.type === 'contact.chat' ? [event.text] : []))
  await expect.poll(said, { timeout: 10_000 }).toEqual(lines)
  phone.close()
  desk.close()
})

describe('a request that cannot be used is refused with a code and a sentence', () => {
  const send = async (path: string, body: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${server.origin}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const { error } = (await answer.json()) as ApiErrorBody
    return { status: answer.status, ...error }
  }
  it.each<[string, number, ApiErrorCode, () => string, Record<string, string>]>([
    ['3 MB', 413, 'too-large', () => JSON.stringify({ nik: 'x'.repeat(3_000_000), phone: '' }), {}],
    ['half of a JSON', 400, 'bad-request', () => '{"nik":"', {}],
    ['deep JSON', 400, 'bad-request', () => `{"nik":${'['.repeat(30_000)}${']'.repeat(30_000)},"phone":""}`, {}],
    ['a prototype', 400, 'bad-request', () => '{"__proto__":{"nik":"1"},"nik":"1","phone":"1"}', {}],
    ['nothing', 400, 'bad-request', () => '', {}],
    ['null', 400, 'bad-request', () => 'null', {}],
    ['another kind', 400, 'bad-request', () => '<nik/>', { 'content-type': 'text/xml' }],
    ['a packed body', 400, 'bad-request', () => '\u001f\u008b', { 'content-encoding': 'gzip' }],
  ])('%s', async (_name, status, code, body, headers) => {
    const refused = await send('/api/session/otp', body(), headers)
    expect([refused.status, refused.code]).toEqual([status, code])
    expect(refused.message).toContain(apiErrors[code].id.split('{')[0])
    expect(refused.message).not.toMatch(/[{}]|undefined/)
  })

  it.each([
    ['/%zz', 'not-found'],
    ['/api/regions/%ff/queue', 'not-found'],
    [`/api/regions/${'x'.repeat(200)}/queue`, 'not-found'],
    ['/api/regions/__proto__/queue', 'unknown-region'],
    ['/constructor', 'unknown-region'],
    ['//evil.example', 'not-found'],
  ])('the address %s', async (path, code) => {
    const answer = await fetch(server.origin + path, { headers: { accept: 'application/json' } })
    expect([answer.status, ((await answer.json()) as ApiErrorBody).error.code]).toEqual([404, code])
  })

  it.each([
    ['/wakanda', 'id', 'id', 'Wilayah wakanda tidak dikenal.'],
    ['/wakanda?bahasa=en', 'id', 'en', 'There is no region wakanda.'],
    ['/papan/wakanda', 'en-GB', 'en', 'There is no region wakanda.'],
    ['/%zz', 'id', 'id', 'Alamat ini tidak ada.'],
    ['/tidak/ada', 'id', 'id', 'Alamat ini tidak ada.'],
    ['/tidak/ada', 'fr,en;q=0.5', 'en', 'There is nothing at this address.'],
    ['/%3Cimg%20src=x%3E', 'en', 'en', 'There is no region &#60;img src=x&#62;.'],
  ])('a person who opens %s (%s) reads a page', async (path, accepts, language, words) => {
    const answer = await fetch(server.origin + path, { headers: { accept: 'text/html', 'accept-language': accepts } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<h1>${words}</h1>`)
    expect(page).toContain(`<a class="home" href="/${language === 'id' ? '' : '?bahasa=en'}"`)
  })
})

const seed = 20_250_301
it(`10,000 random frames on both sockets (seed ${seed}) leave the server healthy and the queue open`, async () => {
  const rng = createRng(seed)
  const rounds = 250
  const perRound = 40
  for (let round = 0; round < rounds; round += 10) {
    await Promise.all(numbered(10, () => '').map((_frame, index) => noise(rng, index % 2 === 0, perRound)))
  }
  await othersGoOn()
  const health = await caller.call('GET', '/healthz')
  expect([health.status, health.body]).toEqual([200, { ok: true, store: true, worlds: true }])
  expect(errors).toEqual([])
  const taken = await post(
    '/api/tickets',
    { region: 'kukar', group, service: null },
    { ...(await signInCitizen(caller, 4)), key: randomUUID() },
  )
  expect(taken.status).toBe(201)
  await reader.until((event) => event.type === 'queue' && event.summary.groups.some((row) => row.group === group && row.waiting > 0))
})

/**
 * One socket's worth: mostly messages of the right form with wild contents, so that they reach the inside; about one in twelve is
 * noise, at which the server closes, and the rest is thrown at a closing socket.
 */
async function noise(rng: Rng, isWorld: boolean, count: number): Promise<void> {
  const socket = isWorld ? await openWorld(server.origin, 'kukar') : await openService(server.origin)
  const whole = (below: number): number => Math.floor(rng() * below)
  const pick = <One>(list: readonly One[]): One => list[whole(list.length)]
  const wildIntent = (): Intent => {
    const kind = pick([intentKind.stand, intentKind.walk, intentKind.walkTo])
    return { kind, direction: whole(32), targetX: (rng() - 0.5) * 8192, targetZ: (rng() - 0.5) * 8192 }
  }
  const wildStep = (): Uint8Array =>
    rng() < 0.2
      ? ping(pick([0, -1, Number.NaN, Infinity, rng()]))
      : walkingFrame({ type: 'intent', stamp: rng() < 0.7 ? whole(400) : whole(2 ** 32), check: whole(65_536), intent: wildIntent() })
  const wildRequest = (): string => {
    const type = pick(['watch', 'contact.answer', 'contact.rung', 'contact.chat', 'contact.signal', 'ping'])
    const name = pick(['kukar', 'jabar-bandung-kota', '__proto__', 'x'.repeat(64), '\u0000', '../..'])
    const data = pick<unknown>([null, [[[]]], { kind: 'offer', sdp: {} }, '\ud800'])
    return JSON.stringify({
      type,
      region: pick([name, null]),
      contact: name,
      rung: pick(['video', 'chat']),
      key: 'k',
      text: name,
      data,
      at: whole(1e9),
    })
  }
  if (isWorld) socket.send(hello)
  for (let index = 0; index < count; index++) {
    if (rng() < 1 / 12) socket.send(Uint8Array.from({ length: whole(300) }, () => whole(256)))
    else socket.send(isWorld ? wildStep() : wildRequest())
  }
  socket.close()
  await socket.closed
}
