import { createRng, tickMs } from '@balai/engine/core'
import { createMind } from '../bots/behaviour.ts'
import { createMeter } from '../bots/bot-socket.ts'
import type { Visitor } from '../bots/crowd.ts'
import { type MallPlan, spotIn } from '../bots/mall-plan.ts'
import type { Mind } from '../bots/mind.ts'
import { countIn, type Tally } from '../bots/tally.ts'
import { packIntent, packPosition, peerMessage } from './peer-messages.ts'
import { type PeerProtocol, peerProtocols, type PeerSocket } from './peer-socket.ts'
import { createWalker, obey, step, type Walker } from './walker.ts'

/** What all clients of a run share. */
export type PeerShare = {
  readonly host: string
  readonly protocol: PeerProtocol
  /** What they say: where they are ten times a second while they move, or what they want when it changes. */
  readonly says: 'positions' | 'intents'
  /** Citizens without a wait, who never leave and say where they are even if they stand: everybody walks. */
  readonly isRestless: boolean
  readonly plan: MallPlan
  readonly wait: number
  readonly clock: () => number
  readonly seed: number
  readonly tally: Tally
}

const positionEveryMs = 100
const retryMs = 1000
/** A client that could not live for longer than this does not make up for it. */
const mostTicks = 20

/** A citizen of the bots, in a body of its own, at a server of another kind. What others do is counted and not read. */
export function createPeerClient(share: PeerShare, index: number): Visitor {
  const { clock, plan, tally } = share
  const { place } = plan
  const rng = createRng(share.seed * 7919 + index * 104_729)
  const meter = createMeter()
  const wait = share.isRestless ? 0.01 : share.wait
  let socket: PeerSocket | null = null
  let walker: Walker | null = null
  let mind: Mind | null = null
  let isOver = false
  let hasEntered = false
  let openedMs = 0
  let livedMs = 0
  let saidMs = 0
  let wasMoving = false
  let returnsMs = Number.POSITIVE_INFINITY

  const sayPosition = (of: Walker): void => socket?.send(peerMessage.position, packPosition(of.x, of.z, of.facing))

  const connect = (): void => {
    openedMs = clock()
    returnsMs = Number.POSITIVE_INFINITY
    tally.connections += 1
    socket = peerProtocols[share.protocol]({ host: share.host, meter, onOpen: enter, onEnd: end })
  }
  const enter = (): void => {
    livedMs = clock()
    hasEntered = true
    tally.connectMs.push(livedMs - openedMs)
    const starts = place.map.zones.filter((zone) => zone.kind === 'start')
    const spot = spotIn(plan, rng, starts[Math.floor(rng() * starts.length)])
    walker = createWalker(spot.x, spot.z)
    mind = createMind('citizens', { plan, rng, bornMs: livedMs, wait })
    sayPosition(walker)
  }
  const end = (code: number, failure: string | null): void => {
    socket = null
    walker = null
    mind = null
    if (isOver) return
    if (failure !== null) countIn(tally.failures, failure)
    countIn(tally.closes, String(code))
    returnsMs = code === 1000 || code === 1005 ? 0 : clock() + retryMs * (0.5 + rng())
  }
  const think = (nowMs: number, body: Walker): void => {
    const wish = mind?.think(nowMs, body) ?? null
    if (wish === null) return
    if (wish !== 'leave') {
      obey(place, body, wish)
      meter.intents += 1
      if (share.says === 'intents') socket?.send(peerMessage.intent, packIntent(wish))
    } else if (share.isRestless) mind = createMind('citizens', { plan, rng, bornMs: nowMs, wait })
    else {
      tally.left += 1
      mind = null
      walker = null
      socket?.close()
    }
  }

  return {
    meter,
    isIn: () => walker !== null,
    hasEntered: () => hasEntered,
    isMoving: () => walker?.isMoving ?? false,
    connect,
    run(nowMs) {
      if (socket === null && nowMs >= returnsMs && !isOver) connect()
    },
    update(nowMs) {
      if (walker === null) return
      think(nowMs, walker)
      const ticks = Math.floor((nowMs - livedMs) / tickMs)
      livedMs += ticks * tickMs
      const body = walker as Walker | null
      if (body === null) return
      for (let i = 0; i < Math.min(ticks, mostTicks); i++) step(place, body)
      // The last position is said too, so that the server has it at rest where it is.
      if (share.says === 'intents' || nowMs - saidMs < positionEveryMs || !(body.isMoving || wasMoving || share.isRestless)) return
      saidMs = nowMs
      wasMoving = body.isMoving
      sayPosition(body)
    },
    close() {
      isOver = true
      socket?.close()
    },
    isClosed: () => socket === null,
    cut: () => socket?.cut(),
  }
}
