import { type Clock, createNetIds, netIdIndex, type Rng, tickMs } from '../core/index.ts'
import type { PhysicsPort } from '../physics/index.ts'
import { activeAvatars, createSimWorld, tick } from '../sim/index.ts'
import { clearanceAt, createInterestGrid, place as placeInGrid, remove as removeFromGrid, zonesOfKind } from '../space/index.ts'
import { createServerSession, encodeName, type Socket } from '../net/index.ts'
import type { Place } from './place.ts'
import { createResident, type Resident } from './resident.ts'
import { sendFrames } from './send-frames.ts'
import { takeIntent, takeWaiting } from './take-intent.ts'
import { forgetEverywhere, updateInterest } from './update-interest.ts'

export type WorldServerOptions = {
  readonly place: Place
  readonly physics: PhysicsPort
  /** ms, never going back. */
  readonly clock: Clock
  /** Chooses where in the start zone people appear. */
  readonly rng: Rng
  /** Most people at a time, 1 to 8,192. */
  readonly capacity: number
  /** A viewer is told of people within this distance, metres, … */
  readonly viewRadiusM?: number
  /** … and of this many at most, the nearest first. */
  readonly viewLimit?: number
}

export type WorldServerStats = {
  readonly people: number
  readonly tick: number
  readonly framesSent: number
  readonly bytesSent: number
  readonly intents: number
  readonly corrections: number
  readonly refused: number
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

/** State that the parts of the world server share. */
export type Hall = ReturnType<typeof createHall>

function createHall(options: WorldServerOptions) {
  const { place } = options
  const startMs = options.clock()
  return {
    options,
    startMs,
    viewRadiusM: options.viewRadiusM ?? 26,
    viewLimit: Math.min(options.viewLimit ?? 60, 120),
    world: createSimWorld({ map: place.map, clearance: place.clearance, navigation: place.navigation, physics: options.physics, capacity: options.capacity }),
    netIds: createNetIds(options.capacity),
    grid: createInterestGrid({ columns: place.map.columns, rows: place.map.rows, cellM: 8, capacity: options.capacity }),
    residents: new Array<Resident | null>(options.capacity).fill(null),
    /** Taken slots, dense, so that nothing loops over empty ones. */
    taken: [] as number[],
    nearby: new Uint16Array(256),
    markStamp: new Uint32Array(options.capacity),
    markNow: 0,
    stats: { framesSent: 0, bytesSent: 0, intents: 0, corrections: 0, refused: 0 },
  }
}

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
    forgetEverywhere(hall, slot, resident.netId)
    resident.leave(world)
    hall.netIds.release(resident.netId)
  }

  const spawnPoint = (): { x: number; z: number } => {
    const starts = zonesOfKind(options.place.map, 'start')
    for (let attempt = 0; attempt < 40; attempt++) {
      const zone = starts[Math.floor(options.rng() * starts.length)]
      const x = Math.fround(zone.x0 + options.rng() * (zone.x1 - zone.x0))
      const z = Math.fround(zone.z0 + options.rng() * (zone.z1 - zone.z0))
      if (clearanceAt(options.place.clearance, x, z) > 0.4) return { x, z }
    }
    const zone = starts[0]
    return { x: Math.fround((zone.x0 + zone.x1) / 2), z: Math.fround((zone.z0 + zone.z1) / 2) }
  }

  /** Brings the world's tick to the clock before anything is judged by it. */
  const catchUp = (): void => {
    const due = Math.floor((options.clock() - hall.startMs) / tickMs) + 1
    if (activeAvatars(world) === 0) world.tick = Math.max(world.tick, due)
    while (world.tick < due) tick(world)
  }

  return {
    connect(socket, person) {
      let resident: Resident | null = null
      let flags = 0
      const session = createServerSession(socket, options.clock, hall.startMs, {
        onHello(hello) {
          if (hello.mapHash !== options.place.hash) return session.close('badVersion')
          const netId = hall.netIds.take()
          if (netId === null) return session.close('full')
          catchUp()
          resident = createResident({ world, session, netId, look: hello.look, name: encodeName(person.name), flags, at: spawnPoint(), viewLimit: hall.viewLimit })
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
      for (const session of [...sessions]) session.close('goingAway')
    },
  }
}
