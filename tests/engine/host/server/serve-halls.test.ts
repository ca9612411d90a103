import { planMap } from '@balai/engine'
import { type ClientEvent, createClient, loadPlace, serveHalls, socketOf } from '@balai/engine/server'
import { walkToIntent } from '@balai/engine/input'
import { defineExtension } from '@balai/engine/sim'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'

const map = planMap(['..........', '..ss......', '..........'])
const clock = (): number => performance.now()
let sockets: WebSocketServer
beforeEach(async () => {
  sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 1024 })
  await new Promise((listening) => sockets.once('listening', listening))
})
afterEach(() => {
  for (const socket of sockets.clients) socket.terminate()
  sockets.close()
})

const connect = (): WebSocket => new WebSocket(`ws://127.0.0.1:${(sockets.address() as { port: number }).port}`)
const presence = defineExtension({
  name: 'presence',
  components: { Seen: { ticks: Uint16Array } },
  systems: [
    ({ avatars }, { Seen }, tell) => {
      for (let i = 0; i < avatars.count; i++) if (++Seen.ticks[avatars.eids[i]] === 1) tell(avatars.eids[i], 'here')
    },
  ],
})

it('lets a WebSocket in whose first message comes before physics is there, runs extensions, and stops ticking when all are gone', async () => {
  const told: string[] = []
  const halls = serveHalls({
    extensions: [presence],
    onExtensionEvent: (hall, { data, netId }) => told.push(`${hall} ${netId} ${String(data)}`),
  })
  halls.open('one', 'plan', map)
  sockets.on('connection', (socket) => void halls.accept(socket, 'one'))
  const web = connect()
  await new Promise((open) => web.once('open', open))
  const events: ClientEvent[] = []
  const client = createClient({
    place: loadPlace(map),
    socket: socketOf(web),
    clock,
    look: 1,
    physics: null,
    onEvent: (event) => events.push(event),
  })
  await expect.poll(() => events.find((event) => event.type === 'entered'), { timeout: 10_000 }).toBeDefined()
  const [entered] = events
  // A world in which nobody moves does not tick.
  const walk = setInterval(() => client.update(clock()), 20)
  await expect.poll(() => client.stats().rttMs, { timeout: 10_000 }).toBeLessThan(1000)
  let turns = 0
  const turn = setInterval(() => client.want(walkToIntent(++turns % 2 === 0 ? 2 : 8, 1)), 300)
  await expect.poll(() => told, { timeout: 10_000 }).toEqual([`one ${entered.type === 'entered' ? entered.netId : 0} here`])
  expect(halls.stats()[0].stats.people).toBe(1)
  clearInterval(walk)
  clearInterval(turn)
  client.close()
  await expect.poll(() => halls.stats(), { timeout: 10_000 }).toEqual([])
  halls.close()
})

it('a WebSocket that speaks text, or too much before anybody listens, is closed with the reason', async () => {
  const closes: number[] = []
  sockets.on('connection', (socket) => void socketOf(socket))
  for (const send of [
    (web: WebSocket) => web.send('text'),
    (web: WebSocket) => Array.from({ length: 40 }, () => web.send(new Uint8Array(2))),
  ]) {
    const web = connect()
    await new Promise((open) => web.once('open', open))
    const closed = new Promise<number>((resolve) => web.once('close', resolve))
    send(web)
    closes.push(await closed)
  }
  expect(closes).toEqual([4002, 4004])
})
