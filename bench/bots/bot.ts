import { createRng } from '@balai/engine/core'
import { type Client, createClient } from '@balai/engine/host'
import { type Intent, standing, walkToIntent } from '@balai/engine/input'
import { closeCodes } from '@balai/engine/net'
import type { PhysicsPort } from '@balai/engine/physics'
import { packLook, unpackLook } from '../../assets/art/look.ts'
import { type BehaviourName, createMind } from './behaviour.ts'
import { createMeter, openBotSocket } from './bot-socket.ts'
import type { Visitor } from './crowd.ts'
import { createLine, type LineOptions } from './line.ts'
import type { MallPlan } from './mall-plan.ts'
import type { Mind } from './mind.ts'
import { countIn, reasonName, type Tally } from './tally.ts'

/** What all bots of a run share. */
export type BotShare = {
  readonly url: string
  readonly plan: MallPlan
  /** One for all: it holds no body, it only answers. */
  readonly physics: PhysicsPort
  readonly behaviour: BehaviourName
  readonly wait: number
  readonly line: LineOptions
  readonly clock: () => number
  readonly seed: number
  readonly tally: Tally
}

/** A place in the run that one person after another takes: who leaves or is cut off is followed by the next. */
export type Bot = Visitor & {
  readonly isTwin: boolean
  /** The own feet, metres; null while nobody is in. */
  position(): { readonly x: number; readonly y: number; readonly z: number } | null
  /** The name on the wire; null while nobody is in. */
  netId(): number | null
  client(): Client | null
  /** How often others were not where the server has them, and were asked for; over all connections. */
  lost(): number
  /** Up to when it has lived, ms of the clock; Infinity while nobody is in. */
  livedMs(): number
  /** Wishes nothing new from now on: who is on the way to somewhere gets there, who just walks stops. Nobody leaves, nothing is torn. */
  rest(): void
  /** Says one more intent, so that the server judges the way walked last. */
  check(): void
}

/** A light one who stands is looked at this often, for pings alone; but always while it is new, to learn the server's time. */
const idleMs = 500
const newMs = 1500
const retryMs = 1000
/** A phone's own number. A light one simulates itself alone: the engine passes over those for whom there is no room. */
const capacity = { twin: 160, light: 1 }

export function createBot(share: BotShare, index: number, isTwin: boolean): Bot {
  const { clock, plan, tally } = share
  const rng = createRng(share.seed * 7919 + index * 104_729)
  const meter = createMeter()
  let state: 'in' | 'away' | 'over' = 'away'
  let socket: ReturnType<typeof openBotSocket> | null = null
  let line = createLine(share.line, rng, 0)
  let client: Client | null = null
  let mind: Mind | null = null
  let netId: number | null = null
  let body = { x: 0, z: 0, isMoving: false }
  let tick = 0
  let openedMs = 0
  let enteredMs = 0
  let returnsMs = Number.POSITIVE_INFINITY
  let nextMs = 0
  let updatedMs = 0
  let isResting = false
  /** Own avatar is under way: its next ticks are run one by one, the others are passed over. */
  let isBusy = false
  let isCut = false
  let lostBefore = 0

  const connect = (): void => {
    openedMs = clock()
    line = createLine(share.line, rng, openedMs)
    state = 'in'
    isCut = false
    tally.connections += 1
    const onHeard = (): void => {
      nextMs = 0
    }
    socket = openBotSocket({ url: share.url, line, clock, meter, wantsNews: isTwin, onHeard, onEnd: end })
    client = createClient({
      place: plan.place,
      socket,
      clock,
      look: packLook(unpackLook(Math.floor(rng() * 2 ** 32))),
      physics: share.physics,
      capacity: isTwin ? capacity.twin : capacity.light,
      onEvent(event) {
        if (event.type === 'entered') enter(event.netId)
        else if (event.type === 'corrected') countIn(isTwin ? tally.corrections.twins : tally.corrections.light, reasonName(event.reason))
      },
    })
  }

  const enter = (id: number): void => {
    netId = id
    enteredMs = clock()
    tally.connectMs.push(enteredMs - openedMs)
    mind = createMind(share.behaviour, { plan, rng, bornMs: enteredMs, wait: share.wait })
    nextMs = 0
    tick = 0
    isBusy = false
  }

  const end = (code: number, failure: string | null): void => {
    lostBefore += client?.stats().divergences ?? 0
    socket = null
    client = null
    mind = null
    netId = null
    body = { x: 0, z: 0, isMoving: false }
    if (state === 'over') return
    if (failure !== null && !isCut) countIn(tally.failures, failure)
    countIn(tally.closes, isCut ? 'cut' : String(code))
    const isRefused = Object.values(closeCodes).some((row) => row.code === code && !row.retry)
    state = 'away'
    // After somebody who went home the next one comes at once.
    returnsMs = isRefused ? Number.POSITIVE_INFINITY : code === 1000 ? 0 : clock() + retryMs * (0.5 + rng())
  }

  /** Learns what the last tick did to the own feet. */
  const look = (): void => {
    const at = client?.position() ?? null
    const now = client?.stats().tick ?? 0
    if (at === null || now === tick) return
    body = { x: at.x, z: at.z, isMoving: tick > 0 && (at.x !== body.x || at.z !== body.z) }
    // A twin is busy with others too.
    if (isBusy && !isTwin && tick > 0) tally.ticks += now - tick
    tick = now
  }

  const want = (intent: Intent): void => {
    client?.want(intent)
    nextMs = 0
  }

  const think = (nowMs: number): void => {
    const wish = mind?.think(nowMs, body) ?? null
    if (wish === null) return
    if (wish !== 'leave') return want(wish)
    tally.left += 1
    mind = null
    client?.close()
  }

  return {
    isTwin,
    meter,
    position: () => client?.position() ?? null,
    netId: () => netId,
    client: () => client,
    isIn: () => netId !== null,
    hasEntered: () => enteredMs > 0,
    lost: () => lostBefore + (client?.stats().divergences ?? 0),
    isMoving: () => netId !== null && body.isMoving,
    livedMs: () => (netId === null ? Number.POSITIVE_INFINITY : updatedMs),
    connect,
    run(nowMs) {
      line.run(nowMs)
      if (state === 'away' && nowMs >= returnsMs) connect()
      if (state !== 'in' || isResting || isCut || nowMs < line.tearsMs) return
      isCut = true
      socket?.cut()
    },
    update(nowMs) {
      if (client === null) return
      if (!isResting) think(nowMs)
      if (nowMs < nextMs) return
      const isStillBusy = client.update(nowMs)
      look()
      isBusy = isStillBusy
      updatedMs = nowMs
      const isAwake = isBusy || isTwin || body.isMoving || nowMs - enteredMs < newMs
      nextMs = isAwake ? 0 : nowMs + idleMs
    },
    rest() {
      isResting = true
      if (share.behaviour === 'roam' || share.behaviour === 'mixed') want(standing)
    },
    check() {
      const at = client?.position() ?? null
      if (at !== null) want(walkToIntent(at.x, at.z))
    },
    close() {
      state = 'over'
      client?.close()
    },
    isClosed: () => socket === null,
    cut() {
      socket?.cut()
    },
  }
}
