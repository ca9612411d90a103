import { assert, avatarHeightM, avatarRadiusM, createRng } from '@balai/engine/core'
import { loadPlace, type Place } from '@balai/engine/host'
import type { PhysicsOptions, PhysicsPort } from '@balai/engine/physics'
import { acceptIntent, avatarTick, createSimWorld, type SimWorld, spawnAvatar, tick } from '@balai/engine/sim'
import { createBlockHasher } from './block-hashes.ts'
import type { TwinResult, TwinRun, Walked } from './twin-run.ts'
import { firstTick, mostLagTicks, type Order, settledTicks, twinScript } from './twin-script.ts'

type CreatePhysics = (options: PhysicsOptions) => Promise<PhysicsPort>

/**
 * Walks one run twice on the runtime it is called in. First everybody, as the server has them: intents come late, ahead, out of order between
 * avatars. Then a half of them, in another order, as a phone has them: every second one is its own and obeys at once, the others are shown up
 * to 30 ticks in the past. What each wants is the same in both, so where no intent was outstanding the bits must be too.
 * @throws what parsing the map throws; an assertion when an intent is refused that must be taken, or taken that comes too late
 */
export async function walkTwin(create: CreatePhysics, run: TwinRun): Promise<TwinResult> {
  const place = loadPlace(run.source)
  const { columns, rows, solids } = place.map
  const physics = await create({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
  try {
    const everybody = Array.from({ length: run.avatars }, (_, person) => person)
    const half = shuffle(everybody, run.seed).slice(0, Math.ceil(run.avatars / 2))
    return {
      together: walkPeople(place, physics, run, everybody, roleAtServer),
      alone: walkPeople(place, physics, run, half, roleOnPhone),
    }
  } finally {
    physics.dispose()
  }
}

/** How far behind the world an avatar is simulated, and when its intents reach the world. */
type Role = { readonly lagTicks: number; readonly orders: readonly Order[] }

const roleAtServer = (orders: readonly Order[]): Role => ({ lagTicks: 0, orders })

function roleOnPhone(orders: readonly Order[], index: number): Role {
  const obeyed = orders.filter((order) => !order.isStale)
  if (index % 2 === 1) return { lagTicks: 1 + ((index * 7) % mostLagTicks), orders: obeyed }
  return { lagTicks: 0, orders: obeyed.map((order) => ({ ...order, arrives: order.stamp - 1 })) }
}

type Avatar = { readonly eid: number; readonly orders: readonly Order[]; readonly settled: Uint8Array; next: number }

function walkPeople(
  place: Place,
  physics: PhysicsPort,
  run: TwinRun,
  people: readonly number[],
  roleOf: (orders: readonly Order[], index: number) => Role,
): Walked {
  const { map, clearance, navigation } = place
  const world = createSimWorld({ map, clearance, navigation, physics, capacity: people.length, startTick: firstTick })
  const avatars = people.map((person, index): Avatar => {
    const { x, z, orders } = twinScript(map, run, person)
    const role = roleOf(orders, index)
    const state = { x, y: 0, z, facing: 0, walkedM: 0 }
    const eid = spawnAvatar(world, { netId: person + 1, look: 0, flags: 0, state, lagTicks: role.lagTicks, isWatched: false })
    return { eid, orders: role.orders, settled: settledTicks(orders, run.ticks), next: 0 }
  })
  const every = createBlockHasher(people, run.ticks)
  const settled = createBlockHasher(people, run.ticks)
  const { Position } = world.components
  for (let now = 0; now < run.ticks + mostLagTicks; now++) {
    for (const avatar of avatars) deliver(world, avatar)
    tick(world)
    for (let index = 0; index < avatars.length; index++) {
      const { eid, settled: isSettled } = avatars[index]
      const at = avatarTick(world, eid) - firstTick - 1
      if (at < 0 || at >= run.ticks) continue
      every.add(index, at, Position.x[eid], Position.y[eid], Position.z[eid])
      if (isSettled[at] === 1) settled.add(index, at, Position.x[eid], Position.y[eid], Position.z[eid])
    }
  }
  return { every: every.result(), settled: settled.result() }
}

function deliver(world: SimWorld, avatar: Avatar): void {
  const { eid, orders } = avatar
  for (; avatar.next < orders.length && orders[avatar.next].arrives === world.tick; avatar.next++) {
    const { intent, stamp, isStale } = orders[avatar.next]
    const isTaken = acceptIntent(world, eid, intent, stamp, null)
    assert(isTaken !== isStale, `intent stamped ${stamp}, come in tick ${world.tick}, was ${isTaken ? 'taken' : 'refused'}`)
  }
}

/** Fisher and Yates, seeded. */
function shuffle(people: readonly number[], seed: number): number[] {
  const rng = createRng(seed)
  const shuffled = [...people]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1))
    ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]]
  }
  return shuffled
}
