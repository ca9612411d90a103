import { avatarHeightM, avatarRadiusM, createRng } from '@balai/engine/core'
import { createPlace } from '@balai/engine/host'
import { walkIntent, walkToIntent } from '@balai/engine/input'
import { createRapierPhysics } from '@balai/engine/physics'
import { acceptIntent, createSimWorld, spawnAvatar, tick, worldHash } from '@balai/engine/sim'
import { parseTiledMap } from '@balai/engine/space'
import { tiledHall } from '../engine/hall-map.ts'

/** What a run is compared by: a hash after every 500 ticks, over everybody walked. */
export type WalkResult = { readonly hashes: number[]; readonly positions: number }

/**
 * Walks people about the hall for `ticks` ticks by seeded intents, many of them along walls.
 * `only` leaves out the others: those who walk must not notice.
 */
export async function walk(seed: number, ticks: number, only: (person: number) => boolean): Promise<WalkResult> {
  const { map, clearance, navigation } = createPlace(parseTiledMap(tiledHall()))
  const physics = await createRapierPhysics({
    columns: map.columns,
    rows: map.rows,
    solids: map.solids,
    radiusM: avatarRadiusM,
    heightM: avatarHeightM,
  })
  const world = createSimWorld({ map, clearance, navigation, physics, capacity: 32, startTick: 1 })
  const rng = createRng(seed)
  const people = 16
  const eids: (number | null)[] = []
  for (let person = 0; person < people; person++) {
    const state = { x: Math.fround(4 + rng() * 4), y: 0, z: Math.fround(10 + rng() * 2), facing: 0, walkedM: 0 }
    eids.push(only(person) ? spawnAvatar(world, { netId: person + 1, look: 0, flags: 0, state, lagTicks: 0, isWatched: false }) : null)
  }
  const hashes: number[] = []
  let positions = 0
  for (let now = 1; now <= ticks; now++) {
    for (const eid of eids) {
      const dice = rng()
      const [x, z, direction] = [rng() * 20, rng() * 14, Math.floor(rng() * 32)]
      if (eid === null || dice > 0.04) continue
      acceptIntent(world, eid, dice < 0.028 ? walkIntent(direction) : walkToIntent(x, z), world.tick + 1, null)
    }
    tick(world)
    positions += eids.filter((eid) => eid !== null).length
    if (now % 500 === 0)
      hashes.push(
        worldHash(
          world,
          eids.filter((eid): eid is number => eid !== null),
        ),
      )
  }
  physics.dispose()
  return { hashes, positions }
}
