import { ColliderDesc, HalfSpace } from '@dimforge/rapier3d-compat'
import type { PhysicsOptions } from './physics-port.ts'
import { mergeBoxes } from './plan.ts'
import { type Asker, createAsker } from './rapier-asker.ts'
import { createRapierWorld, type RapierWorld } from './rapier-world.ts'
import { skinM, snapDownM, stepHeightM, stepWidthM } from './walking.ts'

/** The whole place in three dimensions with a capsule in it, which climbs steps and keeps to the ground. */
export function createHallAsker(options: PhysicsOptions): Asker {
  const { radiusM, heightM, solids } = options
  const world = createRapierWorld()
  addHull(world, options)
  for (const height of [...new Set(solids.map((solid) => solid.heightM))].sort((a, b) => a - b)) {
    for (const { x0, z0, x1, z1 } of mergeBoxes(solids.filter((solid) => solid.heightM === height))) {
      const desc = ColliderDesc.cuboid((x1 - x0) / 2, height / 2, (z1 - z0) / 2)
      world.add(desc.setTranslation((x0 + x1) / 2, height / 2, (z0 + z1) / 2))
    }
  }
  world.build()
  // After the tree was built, so that the probe is never in it.
  const probe = world.add(ColliderDesc.capsule(heightM / 2 - radiusM, radiusM))
  const controller = world.createController(skinM)
  controller.enableAutostep(stepHeightM, stepWidthM, false)
  controller.enableSnapToGround(snapDownM)
  return createAsker(world, controller, probe)
}

/** Floor and border as half-spaces: against one large box the contact search in float32 lets a capsule sink in by a whole move. */
function addHull(world: RapierWorld, { columns, rows }: PhysicsOptions): void {
  addHalfSpace(world, 0, 0, { x: 0, y: 1, z: 0 })
  addHalfSpace(world, 0, 0, { x: 1, y: 0, z: 0 })
  addHalfSpace(world, 0, 0, { x: 0, y: 0, z: 1 })
  addHalfSpace(world, columns, 0, { x: -1, y: 0, z: 0 })
  addHalfSpace(world, 0, rows, { x: 0, y: 0, z: -1 })
}

function addHalfSpace(world: RapierWorld, x: number, z: number, outward: { x: number; y: number; z: number }): void {
  world.add(new ColliderDesc(new HalfSpace(outward)).setTranslation(x, 0, z))
}
