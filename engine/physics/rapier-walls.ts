import { ColliderDesc } from '@dimforge/rapier3d-compat'
import type { PhysicsOptions } from './physics-port.ts'
import { borderBoxes, mergeBoxes, outerCorners, type PlanBox } from './plan.ts'
import { type Asker, createAsker } from './rapier-asker.ts'
import { createRapierWorld, type RapierWorld } from './rapier-world.ts'
import { skinM } from './walking.ts'

/** What is left of the body's radius once the walls have grown by the rest, metres: it has to be some for a collider. */
const probeM = 0.01
/** Walls reach this far above and below the probe, metres. */
const wallM = 2

/**
 * The place as a plan, for a body on flat ground: walls alone, all of one height, and at height 0. The walls have grown by the body's
 * radius and the body has shrunk to next to nothing, which leaves every distance as it was and costs the contact search a third:
 * a grown wall is two boxes and, where a corner sticks out, a ball.
 */
export function createWallAsker({ columns, rows, solids, radiusM }: PhysicsOptions): Asker {
  const world = createRapierWorld()
  const walls = mergeBoxes([...solids, ...borderBoxes(columns, rows)])
  const grownM = radiusM - probeM
  for (const { x0, z0, x1, z1 } of walls) {
    addBox(world, { x0: x0 - grownM, z0, x1: x1 + grownM, z1 })
    addBox(world, { x0, z0: z0 - grownM, x1, z1: z1 + grownM })
  }
  for (const { x, z } of outerCorners(walls)) world.add(ColliderDesc.ball(grownM).setTranslation(x, 0, z))
  world.build()
  // After the tree was built, so that the probe is never in it.
  const probe = world.add(ColliderDesc.ball(probeM))
  return createAsker(world, world.createController(skinM), probe)
}

function addBox(world: RapierWorld, { x0, z0, x1, z1 }: PlanBox): void {
  world.add(ColliderDesc.cuboid((x1 - x0) / 2, wallM, (z1 - z0) / 2).setTranslation((x0 + x1) / 2, 0, (z0 + z1) / 2))
}
