import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { ServiceEvent, ServiceRequest, WorldThreadEvent, WorldThreadRequest } from '../../../game/api/index.ts'
import { attachSockets, createServiceSockets, createWorldSockets } from '../../../server/socket/index.ts'
import { createWorldDirectory, type WorldThread } from '../../../server/world/index.ts'
import { createParcel, openParcel } from '@balai/engine/net'
import { niks, noLog, testServer } from '../http/harness.ts'

const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A world thread that answers every frame with its bytes turned round, and remembers what it was told. */
function echoThread(told: WorldThreadRequest[]): WorldThread & { tell(event: WorldThreadEvent): void; die(): void } {
  let listener: (event: WorldThreadEvent) => void = () => undefined
  let onEnd: (reason: unknown) => void = () => undefined
  return {
    send(request) {
      told.push(request)
      if (request.type !== 'parcel') return
      const parcel = createParcel()
      openParcel(request.parcel, (connection, bytes) => parcel.put(connection, bytes.slice().reverse()))
      listener({ type: 'parcel', parcel: parcel.take() ?? new ArrayBuffer(0) })
    },
    onEvent: (to) => {
      listener = to
    },
    onEnd: (to) => {
      onEnd = to
    },
    stop: async () => undefined,
    tell: (event) => listener(event),
    die: () => onEnd(new Error('gone')),
  }
}

async function start(graceMs = 30) {
  const server = await testServer({ graceMs })
  const { malls, queue, views, contact, identity, clock } = server
  const told: WorldThreadRequest[] = []
  const threads: ReturnType<typeof echoThread>[] = []
  const directory = createWorldDirectory({
    onLateSteps: () => undefined,
    threadCount: 1,
    startThread: () => (threads.push(echoThread(told)), threads[threads.length - 1]),
    mapOf: () => ({ name: 'plain', content: {} }),
    log: noLog,
  })
  const service = createServiceSockets({ malls, queue, views, contact, identity, clock, log: noLog })
  const world = createWorldSockets({ directory, contact })
  const closeSockets = attachSockets(server.app.server, { identity, malls, service, world, publicOrigin: null, log: noLog })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  ends.push(async () => {
    await closeSockets()
    await server.close()
  })
  const open = (path: string, options: { cookie?: string; origin?: string } = {}) => {
    const { cookie, origin = `http://127.0.0.1:${port}` } = options
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { origin, ...(cookie === undefined ? {} : { cookie }) } })
    ends.push(() => socket.terminate())
    return socket
  }
  return { ...server, service, told, threads, open, closeSockets }
}
type Running = Awaited<ReturnType<typeof start>>

/** A page's end: what it heard, and a way to wait for something. */
function listen(socket: WebSocket) {
  const heard: ServiceEvent[] = []
  socket.on('message', (data) => heard.push(JSON.parse((data as Buffer).toString('utf8')) as ServiceEvent))
  const closed = new Promise<{ code: number }>((done) => socket.on('close', (code) => done({ code })))
  return {
    heard,
    closed,
    say: (request: ServiceRequest) => socket.send(JSON.stringify(request)),
    of: <Type extends ServiceEvent['type']>(type: Type) =>
      heard.filter((event): event is Extract<ServiceEvent, { type: Type }> => event.type === type),
    async until<Type extends ServiceEvent['type']>(
      type: Type,
      test: (event: Extract<ServiceEvent, { type: Type }>) => boolean = () => true,
    ) {
      await expect.poll(() => this.of(type).some(test), { timeout: 5000 }).toBe(true)
      return this.of(type).filter(test).at(-1) as Extract<ServiceEvent, { type: Type }>
    },
  }
}
const page = (running: Running, cookie?: string) => listen(running.open('/socket/service', { cookie }))

async function calledTicket(running: Running) {
  const citizen = await running.signInCitizen(niks[0])
  const officer = await running.signInOfficer()
  const ticket: string = (await running.take(citizen)).json.id
  await running.call('POST', '/api/officer/counters/kukar.loket-01/open', { cookie: officer })
  const next = () => running.call('POST', '/api/officer/counters/kukar.loket-01/next', { cookie: officer })
  return { citizen, officer, ticket, next }
}

it('tells a watcher the queue and the call, without a name, and a visitor nothing else', async () => {
  const running = await start()
  const { next, citizen } = await calledTicket(running)
  const board = page(running)
  expect(await board.until('hello')).toMatchObject({ role: 'visitor' })
  board.say({ type: 'watch', region: 'kukar' })
  const first = await board.until('queue')
  expect(first.summary.groups.find(({ group }) => group === 'ktp')?.waiting).toBe(1)
  await next()
  expect(await board.until('called')).toMatchObject({ region: 'kukar', label: 'A-001', counter: 'kukar.loket-01' })
  await board.until('queue', ({ summary }) => summary.counters[0].serving === 'A-001')
  await running.take(citizen, 'npwp')
  await board.until('queue', ({ summary }) => summary.groups.some(({ group, waiting }) => group === 'npwp' && waiting === 1))
  running.queue.setStream('kukar.loket-01', { state: 'live', playlist: '/stream/kukar.loket-01/live.m3u8' })
  expect((await board.until('counter')).counter).toMatchObject({ counter: 'kukar.loket-01', stream: { state: 'live' } })
  board.say({ type: 'watch', region: 'nowhere' })
  expect(await board.until('refused')).toMatchObject({ code: 'unknown-region' })
  board.say({ type: 'contact.chat', contact: 'x-1', key: 'k', text: 'x' })
  await board.until('refused', ({ code }) => code === 'sign-in-required')
  expect(board.heard.map(({ type }) => type).filter((type) => ['ticket', 'console', 'contact'].includes(type))).toEqual([])
})

it('carries a talk: ring, answer, chat once, signalling to the end that spoke, and the whole state again on another socket', async () => {
  const running = await start()
  const { next, citizen, officer, ticket } = await calledTicket(running)
  const phone = page(running, citizen)
  const tab = page(running, citizen)
  const desk = page(running, officer)
  await Promise.all([phone.until('ticket'), tab.until('ticket'), desk.until('console')])
  await next()
  const talk = (await phone.until('contact', ({ contact }) => contact.state === 'ringing')).contact.id
  await desk.until('console', ({ counter }) => counter?.current?.id === ticket && counter.contact?.state === 'ringing')
  phone.say({ type: 'contact.answer', contact: talk, rung: 'audio' })
  await desk.until('contact', ({ contact }) => contact.state === 'talking' && contact.rung === 'audio' && contact.citizenPresent)
  await phone.until('ticket', (event) => event.ticket.state === 'serving')

  desk.say({ type: 'contact.signal', contact: talk, data: { kind: 'offer', sdp: 'v=0' } })
  expect((await phone.until('contact.signal')).data).toEqual({ kind: 'offer', sdp: 'v=0' })
  phone.say({ type: 'contact.chat', contact: talk, key: 'k1', text: '<b>halo</b>' })
  phone.say({ type: 'contact.chat', contact: talk, key: 'k1', text: '<b>halo</b>' })
  phone.say({ type: 'ping', at: 5 })
  await phone.until('pong')
  expect(await desk.until('contact.chat')).toMatchObject({ from: 'citizen', text: '<b>halo</b>' })
  expect(desk.of('contact.chat')).toHaveLength(1)
  expect(phone.of('contact.chat')).toHaveLength(2)
  expect(tab.of('contact.signal')).toEqual([])

  const again = page(running, citizen)
  await again.until('contact.chat')
  expect(again.heard.map(({ type }) => type)).toEqual(['hello', 'ticket', 'contact', 'contact.chat'])
  const stranger = page(running, await running.signInCitizen(niks[1], '081234567891'))
  await stranger.until('hello')
  stranger.say({ type: 'contact.chat', contact: talk, key: 'k9', text: 'x' })
  expect(await stranger.until('refused')).toMatchObject({ code: 'not-yours' })
  expect(stranger.of('contact')).toEqual([])

  await running.call('POST', `/api/officer/tickets/${ticket}/finish`, { cookie: officer })
  await phone.until('contact', ({ contact }) => contact.state === 'ended')
  await phone.until('ticket', (event) => event.ticket.isSurveyDue)
  await desk.until('console', ({ counter }) => counter?.current === null)
})

it('tells the people waiting when their place moves', async () => {
  const running = await start()
  const { next } = await calledTicket(running)
  const second = await running.signInCitizen(niks[1], '081234567891')
  await running.take(second)
  const phone = page(running, second)
  await phone.until('ticket', ({ ticket }) => ticket.ahead === 1)
  await next()
  await phone.until('ticket', ({ ticket }) => ticket.ahead === 0)
})

it('says leave only after the grace, and arrive at once', async () => {
  const running = await start(150)
  const { next, citizen, officer } = await calledTicket(running)
  const socket = running.open('/socket/service', { cookie: citizen })
  await listen(socket).until('ticket')
  const desk = page(running, officer)
  await desk.until('console')
  await next()
  await desk.until('contact', ({ contact }) => contact.citizenPresent)
  socket.terminate()
  const back = page(running, citizen)
  await back.until('contact')
  await new Promise((done) => setTimeout(done, 200))
  expect(desk.of('contact').at(-1)?.contact.citizenPresent).toBe(true)
  for (const end of ends.splice(-1)) await end()
  await desk.until('contact', ({ contact }) => !contact.citizenPresent)
})

it.each([
  ['no JSON', '{', 4400],
  ['an unknown type', '{"type":"drop-all"}', 4400],
  ['a number for a text', '{"type":"contact.chat","contact":"a-1","key":"k","text":5}', 4400],
  ['a binary frame', Buffer.from('{"type":"ping","at":1}'), 4400],
  ['more than 64 KB', JSON.stringify({ type: 'contact.signal', contact: 'a-1', data: 'x'.repeat(70_000) }), 4413],
] as const)('closes the socket that sends %s, and no other', async (_name, frame, code) => {
  const running = await start()
  const bad = running.open('/socket/service')
  const good = page(running)
  const ear = listen(bad)
  await Promise.all([ear.until('hello'), good.until('hello')])
  bad.send(frame)
  expect((await ear.closed).code).toBe(code)
  good.say({ type: 'ping', at: 1 })
  await good.until('pong')
})

it('closes a socket after the 41st message in a second, and those of a session that ended', async () => {
  const running = await start()
  const flood = page(running)
  await flood.until('hello')
  for (let index = 0; index < 41; index++) flood.say({ type: 'ping', at: index })
  expect((await flood.closed).code).toBe(4429)
  const cookie = await running.signInCitizen(niks[2], '081234567892')
  const mine = page(running, cookie)
  await mine.until('hello')
  await running.call('DELETE', '/api/session', { cookie })
  await running.service.recheck()
  expect((await mine.closed).code).toBe(4503)
})

it('takes no socket from another site, for an unknown path or region', async () => {
  const running = await start()
  const status = (path: string, origin?: string) =>
    new Promise<number | undefined>((done) => {
      const socket = running.open(path, { origin })
      socket.on('unexpected-response', (_request, response) => done(response.statusCode))
      socket.on('error', () => undefined)
      socket.on('open', () => done(101))
    })
  expect(await status('/socket/service', 'https://evil.example')).toBe(403)
  expect(await status('/socket/world?region=kukar', 'https://evil.example')).toBe(403)
  expect(await status('/socket/world?region=nowhere')).toBe(404)
  expect(await status('/socket/other')).toBe(404)
  expect(await status('/socket/world?region=kukar')).toBe(101)
})

it('passes walking frames unread, marks who is called, and tells visitors when a thread dies', async () => {
  const running = await start()
  const { next, citizen } = await calledTicket(running)
  const { told, threads } = running
  const walker = running.open('/socket/world?region=kukar', { cookie: citizen })
  const frames: number[][] = []
  walker.on('message', (data) => frames.push([...(data as Buffer)]))
  await new Promise((done) => walker.on('open', done))
  walker.send(new Uint8Array([1, 2, 3]))
  await expect.poll(() => frames).toEqual([[3, 2, 1]])
  // One after the other, some too long for the short form of a frame's header; none overtakes another.
  const said = [125, 126, 700, 4].map((length, n) => Array.from({ length }, (_, i) => (n * 31 + i) & 255))
  for (const bytes of said) walker.send(new Uint8Array(bytes))
  await expect.poll(() => frames.slice(1)).toEqual(said.map((bytes) => bytes.toReversed()))
  await next()
  await expect.poll(() => told.at(-1)).toMatchObject({ type: 'mark', region: 'kukar', connection: 1, flags: 2 })
  expect(told.slice(0, 2)).toEqual([
    { type: 'open', region: 'kukar', mapName: 'plain', map: {} },
    { type: 'connect', connection: 1, region: 'kukar', name: null },
  ])

  const second = running.open('/socket/world?region=jabar')
  await new Promise((done) => second.on('open', done))
  await expect.poll(() => told.some((request) => request.type === 'open' && request.region === 'jabar' && request.map === null)).toBe(true)
  const closed = [walker, second].map((socket) => new Promise((done) => socket.on('close', done)))
  threads[0].die()
  expect(await Promise.all(closed)).toEqual([4009, 4009])
  const third = running.open('/socket/world?region=kukar')
  await new Promise((done) => third.on('open', done))
  await expect.poll(() => told.at(-1)).toMatchObject({ type: 'connect', region: 'kukar' })
  expect(threads).toHaveLength(2)
  const text = new Promise((done) => third.on('close', done))
  third.send('text')
  expect(await text).toBe(4002)
})

it('says goodbye to every socket when the server stops, and waits for no page that does not answer', async () => {
  const running = await start()
  const [polite, deaf] = [running.open('/socket/service'), running.open('/socket/world?region=kukar')]
  await Promise.all([polite, deaf].map((socket) => new Promise((done) => socket.on('open', done))))
  deaf.pause()
  const ear = listen(polite)
  await running.closeSockets()
  expect((await ear.closed).code).toBe(4503)
  expect(running.service.people.count()).toBe(0)
})

it('lives on when a line is torn by whom it has refused', async () => {
  const running = await start()
  const { port } = running.app.server.address() as AddressInfo
  const server = new Set<Socket>()
  running.app.server.on('connection', (socket: Socket) => server.add(socket))
  const client = connect(port, '127.0.0.1')
  await once(client, 'connect')
  const key = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13'
  client.write(`GET /socket/other HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n${key}\r\n\r\n`)
  await once(client, 'data')
  const [stream] = server
  expect(stream.listenerCount('error')).toBeGreaterThan(0)
  // What a reset by the other end does to a stream whose answer has been given.
  stream.destroy(new Error('read ECONNRESET'))
  await new Promise((done) => stream.once('close', done))
  client.destroy()
  expect((await running.call('GET', '/api/regions')).status).toBe(200)
})
