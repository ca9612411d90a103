import { tickMs } from '../core/index.ts'
import { type Intent } from '../input/index.ts'
import { activeAvatars, readOldestState, tick } from '../sim/index.ts'
import { clearanceAt, zonesOfKind } from '../space/index.ts'
import { closeCodes, createServerSession, encodeName, type ServerSession, type Socket } from '../net/index.ts'
import { closeZones, keepOut } from './closed-zones.ts'
import { createHall, type WorldServerOptions } from './hall.ts'
import { changeLook, enterHall, leaveHall, markResident, nowCollides } from './enter-hall.ts'
import { beginViewing, neverTold, type Resident, stateWanted } from './resident.ts'
import { createSeats } from './seats.ts'
import { sendFrames } from './send-frames.ts'
import { stopWalker, takeIntent, takeWaiting } from './take-intent.ts'
import { updateInterest } from './update-interest.ts'

export type WorldServerStats = {
  readonly people: number
  readonly tick: number
  readonly framesSent: number
  readonly bytesSent: number
  readonly intents: number
  readonly corrections: number
  /** How often a viewer had somebody elsewhere and asked for the state. */
  readonly lost: number
  /** How often somebody came back to their avatar by another connection. */
  readonly resumed: number
  /** Ticks left out because the machine could not keep up. */
  readonly slippedTicks: number
}

/** One authoritative world: takes sockets, runs the ticks, tells every viewer what it cannot compute itself. */
export type WorldServer = {
  /** Takes a connected socket. `name` is shown over the head (null: none). @returns a handle to mark or drop this person. */
  connect(socket: Socket, person: { readonly name: string | null }): Connection
  /** Closes the zones of these names and opens all others: who comes in is turned back. @throws TypeError for a name that the map does not have */
  closeZones(names: readonly string[]): void
  /** Runs the ticks that are due. Call it every 50 ms while `isIdle()` is false. */
  step(): void
  /** Nobody is in: no tick is needed. */
  isIdle(): boolean
  stats(): WorldServerStats
  close(): void
}

export type Connection = {
  /** Sets flag bits (`avatarFlag`) that everybody sees: called, speaking. */
  mark(flags: number): void
  drop(): void
}

/** Ticks made up for at most; what is beyond is time that the world did not have (counted). */
const mostBehindTicks = 20

export function createWorldServer(options: WorldServerOptions): WorldServer {
  const hall = createHall(options)
  const { world, residents, taken } = hall
  const seats = createSeats(hall)
  const sessions = new Set<ServerSession>()
  let listenedMs = Number.NEGATIVE_INFINITY

  const leave = (resident: Resident): void => {
    if (residents[resident.slot] !== resident) return
    seats.drop(resident)
    leaveHall(hall, resident)
  }

  const spawnPoint = (): { x: number; z: number } => {
    const starts = zonesOfKind(options.place.map, 'start')
    for (let attempt = 0; attempt < 60; attempt++) {
      const zone = starts[Math.floor(options.rng() * starts.length)]
      const x = Math.fround(zone.x0 + options.rng() * (zone.x1 - zone.x0))
      const z = Math.fround(zone.z0 + options.rng() * (zone.z1 - zone.z0))
      // Room to take the first steps before physics has arrived; in a crowded zone at least room to stand.
      if (clearanceAt(options.place.clearance, x, z) > (attempt < 30 ? 1.2 : 0.5)) return { x, z }
    }
    const zone = starts[0]
    return { x: Math.fround((zone.x0 + zone.x1) / 2), z: Math.fround((zone.z0 + zone.z1) / 2) }
  }

  /** Brings the world's tick to the clock before anything is judged by it. */
  const catchUp = (): void => {
    const due = Math.floor((options.clock() - hall.startMs) / tickMs) + 1
    if (activeAvatars(world) === 0) world.tick = Math.max(world.tick, due)
    // A machine that cannot keep up falls behind its clock; were all of it made up for, nothing else would ever be heard again.
    const slipped = due - world.tick - mostBehindTicks
    if (slipped > 0) {
      hall.startMs += slipped * tickMs
      hall.stats.slippedTicks += slipped
    }
    const last = Math.min(due, world.tick + mostBehindTicks)
    while (world.tick < last) tick(world)
  }

  /** Tells somebody who they are and from where they go on. */
  const welcome = (session: ServerSession, resident: Resident): void => {
    const state = { x: 0, y: 0, z: 0, facing: 0 }
    const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
    const stamp = readOldestState(world, resident.eid, state, intent)
    const { netId, token } = resident
    session.welcome({ netId, token, serverMs: options.clock() - hall.startMs, stamp, state, intent })
  }

  const enter = (session: ServerSession, hello: { look: number; canCollide: boolean }, name: string | null): Resident | null => {
    let netId = hall.netIds.take()
    if (netId === null) {
      for (const resident of seats.overdue(true)) leave(resident)
      netId = hall.netIds.take()
    }
    if (netId === null) return null
    const resident = enterHall(hall, { session, netId, ...hello, name: encodeName(name), at: spawnPoint() })
    seats.keep(resident)
    return resident
  }

  return {
    connect(socket, person) {
      let resident: Resident | null = null
      let flags = 0
      const session = createServerSession(socket, options.clock, () => options.clock() - hall.startMs, {
        onHello(hello) {
          if (hello.mapHash !== options.place.hash) return session.close('badVersion')
          catchUp()
          resident = seats.find(hello.token)
          if (resident === null) resident = enter(session, hello, person.name)
          else {
            // A phone often knows of a lost connection before the server does: the old one gives way.
            const before = resident.session
            stopWalker(hall, resident)
            beginViewing(resident, session, hello.canCollide)
            changeLook(hall, resident, hello.look)
            before?.close('replaced')
            hall.stats.resumed += 1
          }
          if (resident === null) return session.close('full')
          markResident(hall, resident, flags)
          welcome(session, resident)
          updateInterest(hall, resident.slot)
        },
        onIntent(intent, stamp, check) {
          if (resident === null) return
          hall.stats.intents += 1
          catchUp()
          takeIntent(hall, resident, intent, stamp, check)
        },
        onAble() {
          if (resident !== null) nowCollides(hall, resident)
        },
        onLost(lost) {
          if (resident === null) return
          if (lost === resident.slot) {
            resident.isCorrected = false
            return
          }
          hall.stats.lost += 1
          for (let i = 0; i < resident.knownCount; i++)
            if (resident.known[i] === lost && resident.knownNews[i] !== neverTold) resident.knownNews[i] = stateWanted
        },
        onGone(code) {
          sessions.delete(session)
          // Somebody else's by now: the same person came in by another connection.
          if (resident?.session !== session) return
          if (staysAfter(code)) seats.leaveEmpty(resident)
          else leave(resident)
          resident = null
        },
      })
      sessions.add(session)
      return {
        mark(bits) {
          flags = bits
          if (resident?.session === session) markResident(hall, resident, bits)
        },
        drop: () => session.close('goingAway'),
      }
    },
    closeZones: (names) => closeZones(hall, names),
    step() {
      catchUp()
      takeWaiting(hall)
      keepOut(hall)
      const now = options.clock()
      if (now - listenedMs >= 1000) {
        listenedMs = now
        for (const session of sessions) session.checkSilence(now)
      }
      for (const resident of seats.overdue(false)) leave(resident)
      sendFrames(hall)
    },
    isIdle: () => sessions.size === 0 && seats.emptyCount() === 0,
    stats: () => ({ people: taken.length, tick: world.tick, ...hall.stats }),
    close() {
      for (const session of Array.from(sessions)) session.close('goingAway')
    },
  }
}

/** Whether the avatar waits for its person after a connection ended so. Who said goodbye, or sent what no page of ours sends, is gone. */
function staysAfter(code: number): boolean {
  // 1005: closed in good order, without saying why.
  const isGoodbye = code === 1000 || code === 1005
  const isHostile = Object.values(closeCodes).some((row) => row.code === code && row !== closeCodes.slow)
  return !isGoodbye && !isHostile
}
