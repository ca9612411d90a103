import { type Clock, netIdIndex, tickMs } from '../core/index.ts'
import { type Intent, intentKind, sameIntent, standing } from '../input/index.ts'
import {
  type AvatarChange,
  type AvatarEntered,
  type AvatarProbe,
  type AvatarState,
  type ClientSession,
  closeCodes,
  createClientSession,
  type Socket,
  type Welcome,
} from '../net/index.ts'
import type { PhysicsPort } from '../physics/index.ts'
import {
  acceptIntent,
  activeAvatars,
  avatarHash,
  createSimWorld,
  despawnAvatar,
  type Extension,
  type ExtensionEvent,
  extendWorld,
  fillSnapshot,
  isMoving,
  originHash,
  setLag,
  type SimWorld,
  spawnAvatar,
  tick,
} from '../sim/index.ts'
import type { SnapshotArrays } from '../snapshot/index.ts'
import { createCrowd } from './crowd.ts'
import { type Figure, putFigures } from './figures.ts'
import { createLag } from './lag.ts'
import type { Place } from './place.ts'

export type ClientOptions = {
  readonly place: Place
  readonly socket: Socket
  /** ms; the same clock as `update` is called with. */
  readonly clock: Clock
  /** The person's clothes, hair and skin as the application packs them, 32 bits. */
  readonly look: number
  readonly physics: PhysicsPort | null
  /** What an `entered` event gave before: comes back to the same avatar within 30 seconds of a lost connection. Default: somebody new. */
  readonly token?: bigint
  /** Most people simulated at a time, the own avatar included. */
  readonly capacity?: number
  /** The application's own data and rules, the same as the server's. */
  readonly extensions?: readonly Extension[]
  readonly onEvent: (event: ClientEvent) => void
}

export type ClientEvent =
  /** The server has let us in; `netId` is our own, `token` brings us back to the same avatar after a lost connection. */
  | { readonly type: 'entered'; readonly netId: number; readonly token: bigint }
  | { readonly type: 'zone'; readonly kind: 'entered' | 'left'; readonly zone: number }
  | { readonly type: 'name'; readonly netId: number; readonly name: string | null }
  | { readonly type: 'corrected'; readonly reason: number }
  /** The own avatar has come to where free space ends and stands there until `usePhysics`. */
  | { readonly type: 'needs-physics' }
  | ExtensionEvent
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }

export type ClientStats = {
  readonly tick: number
  readonly avatars: number
  readonly rttMs: number
  readonly lagTicks: number
  readonly bytesDown: number
  readonly bytesUp: number
  readonly corrections: number
  /** How often somebody else was not where the server has them, and was asked for. */
  readonly divergences: number
}

/** One person's place in a world: predicts the own avatar exactly and follows the others. Headless: for workers and bots. */
export type Client = {
  /** Takes effect in the next tick; the newest wins. */
  want(intent: Intent): void
  /** Catches up with the clock. @returns false when nothing moves, so that the caller may sleep until `want` or a message. */
  update(nowMs: number): boolean
  /** Writes the picture of the last tick. @returns true when another must follow. */
  snapshot(nowEpochMs: number, into: SnapshotArrays): boolean
  /** Hands physics in when it has arrived. It stays the caller's to dispose of. */
  usePhysics(physics: PhysicsPort): void
  /** Draws these too from now on, in place of those given before. */
  setFigures(figures: readonly Figure[]): void
  /** Feet of the own avatar, metres; null before `entered`. */
  position(): { x: number; y: number; z: number } | null
  stats(): ClientStats
  close(): void
}

/** Ticks that our world may be ahead of the server's before its time is taken to have been set back. */
const mostAheadTicks = 60

/** Longest time simulated tick by tick after a sleep; a longer gap is jumped over while nobody moves. */
const catchUpTicks = 1200

export function createClient(options: ClientOptions): Client {
  const { clock, onEvent, place } = options
  const capacity = options.capacity ?? 160
  const lag = createLag()
  let crowd = createCrowd(place)
  let world: SimWorld = newWorld(1)
  let session: ClientSession | null = null
  let own = 0
  let ownSlot = -1
  let eids = new Map<number, number>()
  /** Who has been told of once, by slot: the server does not say again who somebody is. */
  let met = new Map<number, { netId: number; look: number }>()
  /** Slots of those whose state was asked for and has not come. */
  let asked = new Set<number>()
  let wanted: Intent | null = null
  let current: Intent = { ...standing }
  let corrections = 0
  let divergences = 0
  let figures: readonly Figure[] = []

  function newWorld(startTick: number): SimWorld {
    const { clearance, map, navigation } = place
    const made = createSimWorld({ map, clearance, navigation, physics: options.physics, capacity, startTick })
    return extendWorld(made, options.extensions, onEvent)
  }

  const serverTick = (nowMs: number): number => Math.floor((session?.sync.serverMs(nowMs) ?? 0) / tickMs)

  const begin = (intent: Intent, stamp: number): void => {
    if (!acceptIntent(world, own, intent, stamp, null)) return
    current = { ...intent }
    session?.sendIntent(intent, stamp, originHash(world, own) & 0xffff)
  }

  /** Puts the newest wish into force, at most one a tick. */
  const beginWanted = (): void => {
    if (wanted === null || session?.isTimed() !== true) return
    if (world.components.CurrentIntent.stamp[own] > world.tick || world.pending.count[own] > 0) return
    const intent = wanted
    wanted = null
    begin(intent, world.tick + 1)
  }

  const readDiverged = (): void => {
    for (const eid of world.events.diverged) if (eid !== own) askFor(eid)
    world.events.diverged.length = 0
  }

  const readEvents = (): void => {
    readDiverged()
    for (const event of world.events.zones) onEvent({ type: 'zone', kind: event.kind, zone: event.zone })
    stopAtWall()
  }

  /** Without physics the avatar stops where free space ends, from the tick it could not walk: both ends have it there (M5). */
  const stopAtWall = (): void => {
    if (!world.events.waitingForPhysics.includes(own) || current.kind === intentKind.stand) return
    begin(standing, world.components.Settled.tick[own])
    onEvent({ type: 'needs-physics' })
  }

  /** The server's state of somebody known or seen before, and the intent that goes on from it. */
  const takeState = (row: AvatarState): void => {
    let eid = eids.get(row.slot)
    if (eid === own) return
    asked.delete(row.slot)
    const person = met.get(row.slot)
    if (eid === undefined) {
      // Seen again: who it is was told the first time.
      if (person === undefined || eids.size >= capacity) return
      eid = spawnAvatar(world, {
        ...person,
        flags: row.flags,
        state: { ...row.state, walkedM: 0 },
        lagTicks: lag.ticks(),
        isWatched: false,
      })
      eids.set(row.slot, eid)
    }
    world.components.Identity.flags[eid] = row.flags
    setLag(world, eid, lag.ticks())
    acceptIntent(world, eid, row.intent, row.stamp, { ...row.state, walkedM: world.components.Walked.metres[eid] })
  }

  const takeEntered = (row: AvatarEntered): void => {
    onEvent({ type: 'name', netId: row.netId, name: row.name })
    if (row.slot === ownSlot) return
    met.set(row.slot, { netId: row.netId, look: row.look })
    if (eids.has(row.slot)) leave(row.slot)
    takeState(row)
  }

  /** A new intent of somebody known: from which state, we compute; the check says whether it is the server's. */
  const takeChange = (row: AvatarChange): void => {
    const eid = eids.get(row.slot)
    if (eid === undefined || eid === own) return
    lag.observe(world.tick + 1 - row.stamp)
    setLag(world, eid, lag.ticks())
    if (!acceptIntent(world, eid, row.intent, row.stamp, null, row.check)) askFor(eid)
  }

  /** Two who both stand must stand on the same bits. */
  const takeProbe = (row: AvatarProbe): void => {
    const eid = eids.get(row.slot)
    if (eid === undefined || eid === own || isMoving(world, eid) || world.pending.count[eid] > 0) return
    if ((avatarHash(world, eid) & 0xffff) !== row.check) askFor(eid)
  }

  /** Once: until the state has come, every check must fail. */
  const askFor = (eid: number): void => {
    const slot = netIdIndex(world.components.Identity.netId[eid])
    if (asked.has(slot)) return
    asked.add(slot)
    divergences += 1
    session?.sendLost(slot)
  }

  const leave = (slot: number): void => {
    const eid = eids.get(slot)
    if (eid === undefined || eid === own) return
    asked.delete(slot)
    despawnAvatar(world, eid)
    eids.delete(slot)
  }

  const onWelcome = (welcome: Welcome): void => {
    world = newWorld(Math.max(1, serverTick(clock())))
    world.physics = physics
    eids = new Map()
    met = new Map()
    asked = new Set()
    crowd = createCrowd(place)
    own = spawnAvatar(world, {
      netId: welcome.netId,
      look: options.look,
      flags: 0,
      state: { ...welcome.state, walkedM: 0 },
      lagTicks: 0,
      isWatched: true,
    })
    ownSlot = netIdIndex(welcome.netId)
    eids.set(ownSlot, own)
    // Whoever comes back may be on the way somewhere.
    acceptIntent(world, own, welcome.intent, welcome.stamp, { ...welcome.state, walkedM: 0 })
    current = { ...welcome.intent }
    wanted = null
    onEvent({ type: 'entered', netId: welcome.netId, token: welcome.token })
  }

  let physics = options.physics
  session = createClientSession(
    options.socket,
    clock,
    { look: options.look, mapHash: place.hash, canCollide: options.physics !== null, token: options.token ?? 0n },
    {
      onWelcome,
      onFrame(frame) {
        for (const slot of frame.left) leave(slot)
        for (const row of frame.entered) takeEntered(row)
        for (const row of frame.states) {
          lag.observe(world.tick + 1 - row.stamp)
          takeState(row)
        }
        for (const row of frame.changes) takeChange(row)
        for (const row of frame.probes) takeProbe(row)
        crowd.tell(frame.crowd)
        readDiverged()
      },
      onCorrection(correction) {
        if (own === 0) return
        corrections += 1
        // What was sent before is void at both ends from here on (N5).
        session?.sendLost(ownSlot)
        const walkedM = world.components.Walked.metres[own]
        acceptIntent(world, own, correction.intent, correction.stamp, { ...correction.state, walkedM })
        current = { ...correction.intent }
        onEvent({ type: 'corrected', reason: correction.reason })
        stopAtWall()
      },
      onClosed(code, reason) {
        onEvent({ type: 'closed', code, reason })
      },
    },
  )

  return {
    want(intent) {
      if (own === 0) return
      // Tapping the same spot again asks for the way anew; holding the same key does not.
      if (intent.kind !== intentKind.walkTo && sameIntent(intent, wanted ?? current)) return
      wanted = { ...intent }
    },
    update(nowMs) {
      session?.update(nowMs)
      if (own === 0) return true
      const target = serverTick(nowMs)
      if (world.tick - target > mostAheadTicks) {
        // The server lost time (its machine slept or could not keep up): our ticks are its future. Entering anew is the clean way.
        session?.close()
        own = 0
        onEvent({ type: 'closed', code: closeCodes.goingAway.code, reason: 'the server lost time; enter again' })
        return false
      }
      if (target - world.tick > catchUpTicks) world.tick = target - catchUpTicks
      while (world.tick < target && (activeAvatars(world) > 0 || world.tick === target - 1)) {
        tick(world)
        readEvents()
        beginWanted()
      }
      if (activeAvatars(world) === 0 && world.tick < target) world.tick = target
      beginWanted()
      return activeAvatars(world) > 0 || wanted !== null
    },
    snapshot(nowEpochMs, into) {
      const sinceTick = (session?.sync.serverMs(clock()) ?? 0) - world.tick * tickMs
      const moves = fillSnapshot(world, own, nowEpochMs - Math.min(tickMs, Math.max(0, sinceTick)), into)
      putFigures(figures, into)
      const { Position } = world.components
      if (own !== 0) crowd.draw(Position.x[own], Position.z[own], into)
      return moves
    },
    usePhysics(port) {
      physics = port
      session?.sendAble()
      world.physics = port
    },
    setFigures(given) {
      figures = given
    },
    position() {
      if (own === 0) return null
      const { Position } = world.components
      return { x: Position.x[own], y: Position.y[own], z: Position.z[own] }
    },
    stats: () => ({
      tick: world.tick,
      avatars: eids.size,
      rttMs: session?.sync.rttMs() ?? 0,
      lagTicks: lag.ticks(),
      bytesDown: session?.bytesDown() ?? 0,
      bytesUp: session?.bytesUp() ?? 0,
      corrections,
      divergences,
    }),
    close() {
      session?.close()
    },
  }
}
