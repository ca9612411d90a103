import { netIdIndex, tickMs } from '../core/index.ts'
import { activeAvatars, tick } from '../sim/index.ts'
import { clearanceAt, place as placeInGrid, remove as removeFromGrid, zonesOfKind } from '../space/index.ts'
import { createServerSession, encodeName, type Socket } from '../net/index.ts'
import { createHall, type WorldServerOptions } from './hall.ts'
import { createResident, neverTold, type Resident, stateWanted } from './resident.ts'
import { sendFrames } from './send-frames.ts'
import { takeIntent, takeWaiting } from './take-intent.ts'
import { forgetEverywhere, updateInterest } from './update-interest.ts'

export type WorldServerStats = {
  readonly people: number
  readonly tick: number
  readonly framesSent: number
  readonly bytesSent: number
  readonly intents: number
  readonly corrections: number
  /** How often a viewer had somebody elsewhere and asked for the state. */
  readonly lost: number
  /** Ticks left out because the machine could not keep up. */
  readonly slippedTicks: number
}

/** One authoritative world: takes sockets, runs the ticks, tells every viewer what it cannot compute itself. */
export type WorldServer = {
  /** Takes a connected socket. `name` is shown over the head (null: none). @returns a handle to mark or drop this person. */
  connect(socket: Socket, person: { readonly name: string | null }): Connection
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
  const sessions = new Set<ReturnType<typeof createServerSession>>()

  const leave = (resident: Resident): void => {
    const slot = netIdIndex(resident.netId)
    if (residents[slot] !== resident) return
    residents[slot] = null
    taken.splice(taken.indexOf(slot), 1)
    removeFromGrid(hall.grid, slot)
    forgetEverywhere(hall, slot)
    resident.leave(world)
    hall.netIds.release(resident.netId)
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

  return {
    connect(socket, person) {
      let resident: Resident | null = null
      let flags = 0
      const session = createServerSession(socket, options.clock, () => options.clock() - hall.startMs, {
        onHello(hello) {
          if (hello.mapHash !== options.place.hash) return session.close('badVersion')
          const netId = hall.netIds.take()
          if (netId === null) return session.close('full')
          catchUp()
          resident = createResident({
            world,
            session,
            netId,
            look: hello.look,
            name: encodeName(person.name),
            flags,
            at: spawnPoint(),
            viewLimit: hall.viewLimit,
            canCollide: hello.canCollide,
          })
          const slot = netIdIndex(netId)
          residents[slot] = resident
          taken.push(slot)
          const { x, z } = resident.position(world)
          placeInGrid(hall.grid, slot, x, z)
          session.welcome(netId, options.clock() - hall.startMs, world.tick, { x, y: 0, z, facing: resident.facing(world) })
          updateInterest(hall, slot)
        },
        onIntent(intent, stamp, check) {
          if (resident === null) return
          hall.stats.intents += 1
          catchUp()
          takeIntent(hall, resident, intent, stamp, check)
        },
        onAble() {
          if (resident !== null) resident.canCollide = true
        },
        onLost(lost) {
          if (resident === null) return
          hall.stats.lost += 1
          for (let i = 0; i < resident.knownCount; i++)
            if (resident.known[i] === lost && resident.knownNews[i] !== neverTold) resident.knownNews[i] = stateWanted
        },
        onGone() {
          sessions.delete(session)
          if (resident !== null) leave(resident)
          resident = null
        },
      })
      sessions.add(session)
      return {
        mark(bits) {
          flags = bits
          resident?.mark(world, bits)
        },
        drop: () => session.close('goingAway'),
      }
    },
    step() {
      catchUp()
      takeWaiting(hall)
      const now = options.clock()
      for (const session of sessions) session.checkSilence(now)
      sendFrames(hall)
    },
    isIdle: () => sessions.size === 0,
    stats: () => ({ people: taken.length, tick: world.tick, ...hall.stats }),
    close() {
      for (const session of Array.from(sessions)) session.close('goingAway')
    },
  }
}
