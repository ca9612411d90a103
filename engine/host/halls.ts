import { avatarHeightM, avatarRadiusM, type Clock, createRng } from '../core/index.ts'
import type { Socket } from '../net/index.ts'
import { createRapierPhysics, type PhysicsPort } from '../physics/index.ts'
import type { Extension, ExtensionEvent } from '../sim/index.ts'
import { loadPlace, type Place } from './place.ts'
import { type Connection, createWorldServer, type WorldServer, type WorldServerStats } from './world-server.ts'

/** Many worlds in one thread. Worlds of one map share what is computed from it; a world with nobody in it costs no tick. */
export type Halls = {
  /** Makes the world `name` known. `map` is the map file's JSON, needed the first time `mapName` is used here. */
  open(name: string, mapName: string, map: unknown): void
  /** Closes the zones of these names in the world `name`, now and whenever it is opened again, and opens all others. Names that its map does not have are passed over. */
  closeZones(name: string, zones: readonly string[]): void
  /** Puts a socket into a world that was opened. Resolves when physics is there; the socket's messages must wait until then. */
  connect(name: string, socket: Socket, person: { readonly name: string | null }): Promise<Connection>
  /** Runs due ticks of the worlds with people. @returns false when all are empty. */
  step(): boolean
  stats(): { readonly name: string; readonly stats: WorldServerStats }[]
  close(): void
}

type MapShare = { readonly place: Place; readonly physics: Promise<PhysicsPort> }

export type HallsOptions = {
  readonly clock: Clock
  /** Chooses where people appear. */
  readonly seed: number
  /** Most people in one world. */
  readonly capacity: number
  /** 64 bits nobody can guess, by which a person comes back to their avatar after a lost connection. */
  readonly newToken: () => bigint
  /** The application's own data and rules in every world. */
  readonly extensions?: readonly Extension[]
  /** Hears within a tick what an extension tells in the world of that name. */
  readonly onExtensionEvent?: (name: string, event: ExtensionEvent) => void
}

export function createHalls(options: HallsOptions): Halls {
  const maps = new Map<string, MapShare>()
  const mapOf = new Map<string, string>()
  const worlds = new Map<string, WorldServer>()
  const closedIn = new Map<string, readonly string[]>()
  let seed = options.seed

  const close = (world: WorldServer, place: Place, zones: readonly string[]): void =>
    world.closeZones(zones.filter((zone) => place.map.zones.some(({ name }) => name === zone)))

  const share = (mapName: string): MapShare => {
    const found = maps.get(mapName)
    if (found === undefined) throw new TypeError(`mapName ${mapName} was never opened with its map`)
    return found
  }
  return {
    open(name, mapName, map) {
      if (!maps.has(mapName)) {
        const place = loadPlace(map)
        const { columns, rows, solids } = place.map
        maps.set(mapName, {
          place,
          physics: createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM }),
        })
      }
      mapOf.set(name, mapName)
    },
    closeZones(name, zones) {
      closedIn.set(name, zones)
      const world = worlds.get(name)
      const mapName = mapOf.get(name)
      if (world !== undefined && mapName !== undefined) close(world, share(mapName).place, zones)
    },
    async connect(name, socket, person) {
      const mapName = mapOf.get(name)
      if (mapName === undefined) throw new TypeError(`name ${name} was never opened`)
      const { place, physics } = share(mapName)
      const ready = await physics
      let world = worlds.get(name)
      if (world === undefined) {
        seed += 1
        const { capacity, clock, extensions, newToken } = options
        const onExtensionEvent = (event: ExtensionEvent): void => options.onExtensionEvent?.(name, event)
        world = createWorldServer({ place, physics: ready, clock, rng: createRng(seed), newToken, capacity, extensions, onExtensionEvent })
        close(world, place, closedIn.get(name) ?? [])
        worlds.set(name, world)
      }
      return world.connect(socket, person)
    },
    step() {
      let busy = false
      for (const [name, world] of worlds) {
        if (world.isIdle()) {
          // An empty hall is forgotten: the next visitor opens it anew.
          worlds.delete(name)
          continue
        }
        busy = true
        world.step()
      }
      return busy
    },
    stats: () => [...worlds].map(([name, world]) => ({ name, stats: world.stats() })),
    close() {
      for (const world of worlds.values()) world.close()
    },
  }
}
