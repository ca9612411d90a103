import { createPlace } from '@balai/engine/host'
import { walkToIntent } from '@balai/engine/input'
import { createNullPhysics } from '@balai/engine/physics'
import {
  acceptIntent,
  createSimWorld,
  defineExtension,
  despawnAvatar,
  type ExtensionEvent,
  extendWorld,
  type SimWorld,
  spawnAvatar,
  tick,
} from '@balai/engine/sim'
import { parseTiledMap } from '@balai/engine/space'
import { expect, it } from 'vitest'
import { tiledHall } from '../hall-map.ts'

const { map, clearance, navigation } = createPlace(parseTiledMap(tiledHall()))
const { columns, rows, solids } = map

function makeWorld(): SimWorld {
  const physics = createNullPhysics({ columns, rows, solids, radiusM: 0.25, heightM: 1.5 })
  return createSimWorld({ map, clearance, navigation, physics, capacity: 4 })
}

const enter = (world: SimWorld, netId: number): number =>
  spawnAvatar(world, {
    netId,
    look: 0,
    flags: 0,
    state: { x: 5, y: 0, z: 11, facing: 0, walkedM: 0 },
    lagTicks: 0,
    isWatched: true,
  })

/** Counts the ticks in which somebody has another place than in the one before. */
const steps = defineExtension({
  name: 'steps',
  components: { Steps: { count: Uint16Array, x: Float32Array } },
  systems: [
    ({ avatars, components }, { Steps }, tell) => {
      for (let i = 0; i < avatars.count; i++) {
        const eid = avatars.eids[i]
        const x = components.Position.x[eid]
        if (Steps.x[eid] === x) continue
        Steps.x[eid] = x
        tell(eid, ++Steps.count[eid])
      }
    },
  ],
})

it('its systems run after the step and before zones are told, and tell who it is by the name on the wire', () => {
  const world = makeWorld()
  const order: string[] = []
  const after = defineExtension({
    name: 'after',
    components: {},
    systems: [(of) => void order.push(`${of.components.Position.x[eid].toFixed(2)} ${of.events.zones.length}`)],
  })
  const events: ExtensionEvent[] = []
  extendWorld(world, [steps, after], (event) => events.push(event))
  const eid = enter(world, 77)
  acceptIntent(world, eid, walkToIntent(9, 11), world.tick + 1, null)
  tick(world)
  expect(order).toEqual(['5.16 0'])
  expect(world.events.zones, 'the zone one came in is told in the same tick').toHaveLength(1)
  expect(events).toEqual([{ type: 'extension', extension: 'steps', netId: 77, data: 1 }])
})

it('every world has data of its own, and who takes over an entity id starts with zeros', () => {
  const told: unknown[] = []
  const [one, two] = [makeWorld(), makeWorld()].map((world) => extendWorld(world, [steps], ({ data }) => told.push(data)))
  const first = enter(one, 1)
  enter(two, 1)
  acceptIntent(one, first, walkToIntent(9, 11), one.tick + 1, null)
  for (let i = 0; i < 3; i++) tick(one)
  tick(two)
  expect(told).toEqual([1, 2, 3, 1])
  despawnAvatar(one, first)
  expect(enter(one, 65_537)).toBe(first)
  tick(one)
  expect(told).toEqual([1, 2, 3, 1, 1])
})

it('refuses a second extension of one name, and one without', () => {
  expect(() => extendWorld(makeWorld(), [steps, steps])).toThrow(/two called steps/)
  expect(() => defineExtension({ name: '', components: {}, systems: [] })).toThrow(TypeError)
})
