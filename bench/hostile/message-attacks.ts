import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createRng } from '@balai/engine/core'
import { walkIntent } from '@balai/engine/input'
import { aheadTicks, closeCodes, correctionReason, type ServerMessage } from '@balai/engine/net'
import { walkSpeedMps } from '@balai/engine/sim'
import { openWorld, type RawSocket } from '../../tests/e2e/raw-sockets.ts'
import { type Attack, expectClose, repeat, type Target } from './attack.ts'
import { drawFrame, frameOf } from './draw-frame.ts'
import { verdictOf } from './verdict-of.ts'

const ping = frameOf({ type: 'ping', clientMs: 1 })
const step = (stamp: number, check = 0): Uint8Array => frameOf({ type: 'intent', stamp, check, intent: walkIntent(7) })
const many = (count: number, frame: Uint8Array): Uint8Array[] => Array.from({ length: count }, () => frame)

type Entered = {
  readonly socket: RawSocket<ServerMessage>
  readonly welcome: Extract<ServerMessage, { type: 'welcome' }>
  readonly tick: () => number
}

/** Comes in as a page does. `tick`: of the server, about. */
async function enter(target: Target): Promise<Entered> {
  const socket = await openWorld(target.origin, 'kukar')
  socket.send(target.hello)
  const welcome = (await socket.until(({ type }) => type === 'welcome')) as Entered['welcome']
  const atMs = performance.now()
  return { socket, welcome, tick: () => Math.floor((welcome.serverMs + performance.now() - atMs) / 50) + 1 }
}

type Correction = Extract<ServerMessage, { type: 'correction' }>
const correctionsOf = (socket: RawSocket<ServerMessage>): Correction[] =>
  socket.heard.flatMap((message) => (message.type === 'correction' ? [message] : []))

/** Sends an intent, waits for the correction it deserves, says that it was heard, again and again. */
async function corrected(target: Target, times: number, frame: (tick: number) => Uint8Array, reason: number) {
  const { socket, tick, welcome } = await enter(target)
  const wrong: string[] = []
  const beganMs = performance.now()
  for (let i = 0; i < times; i++) {
    socket.send(frame(tick()))
    while (correctionsOf(socket).length <= i && socket.isOpen() && performance.now() - beganMs < 15_000) await wait(5)
    const correction = correctionsOf(socket)[i]
    if (correction === undefined || correction.reason !== reason)
      return { n: i, wrong: [`corrected for reason ${correction?.reason}, not ${reason}`] }
    const metres = Math.hypot(correction.state.x - welcome.state.x, correction.state.z - welcome.state.z)
    const most = (walkSpeedMps * (performance.now() - beganMs + 500)) / 1000
    if (metres > most) wrong.push(`somebody went ${metres} m where ${most} m are possible`)
    socket.send(frameOf({ type: 'lost', slot: welcome.netId & 0xffff }))
  }
  if (!socket.isOpen()) wrong.push('closed for what is corrected, not punished')
  socket.close()
  return { n: 2 * times, wrong }
}

const hello = ({ hello: frame }: Target, change: (bytes: Uint8Array, view: DataView) => void): Uint8Array => {
  const bytes = frame.slice()
  change(bytes, new DataView(bytes.buffer))
  return bytes
}

const refusals: readonly [keyof typeof closeCodes | 1009, (target: Target) => (string | Uint8Array)[]][] = [
  ['badMessage', (target) => [target.hello, Uint8Array.of(77, 1, 2, 3)]],
  ['badMessage', (target) => [target.hello, new Uint8Array(0)]],
  ['badMessage', (target) => [target.hello, 'hello']],
  ['badMessage', (target) => [target.hello, step(1).subarray(0, 5)]],
  ['badMessage', (target) => [hello(target, (bytes) => (bytes[11] = 2))]],
  ['tooLarge', (target) => [target.hello, new Uint8Array(257)]],
  [1009, (target) => [target.hello, new Uint8Array(1 << 20)]],
  ['helloExpected', () => [step(1)]],
  ['helloExpected', () => [ping]],
  ['helloExpected', (target) => [target.hello, target.hello]],
  ['badVersion', (target) => [hello(target, (_, view) => view.setUint16(1, 2, true))]],
  ['badVersion', (target) => [hello(target, (_, view) => view.setUint32(7, target.mapHash ^ 1, true))]],
  ['tooMany', (target) => [target.hello, ...many(400, ping)]],
  ['tooMany', (target) => [target.hello, ...many(400, step(2 ** 31))]],
]

export const messageAttacks: readonly Attack[] = [
  {
    name: 'messages that are refused',
    run: (target, times) =>
      repeat(times * refusals.length, (index) => {
        const [expected, frames] = refusals[index % refusals.length]
        return expectClose(target, frames(target), expected)
      }),
  },
  {
    name: 'intents from the future',
    run: (target, times) => repeat(times, () => corrected(target, 10, (tick) => step(tick + aheadTicks + 20), correctionReason.tooLate)),
  },
  {
    name: 'intents from long ago',
    run: (target, times) => repeat(times, () => corrected(target, 10, (tick) => step(Math.max(0, tick - 90)), correctionReason.tooLate)),
  },
  {
    name: 'claims of another place',
    run: (target, times) =>
      repeat(times, async (index) => {
        // One in 65,536 checks fits by chance: two in a row do not.
        const found = await corrected(target, 4, (tick) => step(tick, 1 + index), correctionReason.diverged)
        return found.wrong.length > 0 && found.n === 0
          ? corrected(target, 4, (tick) => step(tick, 7 + index), correctionReason.diverged)
          : found
      }),
  },
  {
    name: 'guessed and worn-out tokens',
    run: (target, times) =>
      repeat(times, async () => {
        const first = await enter(target)
        const guess = await enter({ ...target, hello: hello(target, (bytes) => bytes.set(randomBytes(8), 12)) })
        const { netId, token } = guess.welcome
        const wrong = netId === first.welcome.netId ? ['a guessed token gave the avatar of somebody else'] : []
        guess.socket.send(Uint8Array.of(9))
        await guess.socket.closed
        // Whoever was thrown out is nobody any more.
        const again = await enter({ ...target, hello: hello(target, (_, view) => view.setBigUint64(12, token, true)) })
        if (again.welcome.token === token) wrong.push('a token outlived what its avatar was thrown out for')
        if (!first.socket.isOpen()) wrong.push('a guess closed the socket of somebody else')
        first.socket.close()
        again.socket.close()
        return { n: 4, wrong }
      }),
  },
  {
    name: 'random frames',
    run: (target, times) =>
      repeat(times, async (index) => {
        const rng = createRng(index + 1)
        const { socket, tick } = await enter(target)
        let verdict: ReturnType<typeof verdictOf> = null
        let n = 1
        for (; n <= 60 && verdict === null; n++) {
          const frame = drawFrame(rng, { tick: tick(), mapHash: target.mapHash })
          verdict = verdictOf(frame, true, target.mapHash)
          socket.send(frame)
        }
        if (verdict === null) socket.close()
        const code = await socket.closed
        // What the WebSocket itself does not take, it says in its own way.
        const right = verdict === null ? [1000, 1005] : [closeCodes[verdict].code]
        return { n, wrong: right.includes(code) ? [] : [`random frames of seed ${index + 1}: closed with ${code} instead of ${right[0]}`] }
      }),
  },
]
