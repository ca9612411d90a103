import { type Collider, ColliderDesc, HalfSpace, type KinematicCharacterController } from '@dimforge/rapier3d-compat'
import { assert } from '../core/index.ts'
import type { PhysicsOptions, PhysicsPort } from './physics-port.ts'
import { loadRapier } from './rapier-wasm.ts'
import { createRapierWorld, type RapierWorld } from './rapier-world.ts'
import { checkOptions, fallM, pressM, skinM, snapDownM, stepHeightM, stepWidthM, storedHeight } from './walking.ts'

export type RapierOptions = PhysicsOptions & {
  /**
   * Where the WASM comes from, in a bundle built with scripts/vite-rapier-wasm.ts: a URL, a Response, a compiled
   * WebAssembly.Module or the bytes. Left out, the file beside the bundle is fetched. Node ignores it: the package carries its own.
   */
  readonly wasm?: unknown
}

/**
 * A static Rapier world: floor, border walls, solids and one capsule that asks the questions. The WASM is loaded once
 * for all worlds of a thread. Rejects when the WASM cannot be loaded; call again to try again. `dispose()` frees the world.
 */
export async function createRapierPhysics(options: RapierOptions): Promise<PhysicsPort> {
  checkOptions(options)
  await loadRapier(options.wasm)
  const { radiusM, heightM } = options
  const world = createRapierWorld()
  addHull(world, options)
  for (const box of options.solids) addBox(world, box.x0, 0, box.z0, box.x1, box.heightM, box.z1)
  world.build()
  // After the tree was built, so that the probe is never in it.
  const probe = world.add(ColliderDesc.capsule(heightM / 2 - radiusM, radiusM))
  return portOf(world, createController(world), probe, heightM / 2 + skinM)
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

function addBox(world: RapierWorld, x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): void {
  const desc = ColliderDesc.cuboid((x1 - x0) / 2, (y1 - y0) / 2, (z1 - z0) / 2)
  world.add(desc.setTranslation((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2))
}

function createController(world: RapierWorld): KinematicCharacterController {
  const controller = world.createController(skinM)
  controller.enableAutostep(stepHeightM, stepWidthM, false)
  controller.enableSnapToGround(snapDownM)
  return controller
}

function portOf(world: RapierWorld, controller: KinematicCharacterController, probe: Collider, centreM: number): PhysicsPort {
  const centre = { x: 0, y: 0, z: 0 }
  const wish = { x: 0, y: 0, z: 0 }
  let disposed = false

  function ask(x: number, y: number, z: number, dx: number, dy: number, dz: number): { x: number; y: number; z: number } {
    centre.x = x
    centre.y = y + centreM
    centre.z = z
    wish.x = dx
    wish.y = dy
    wish.z = dz
    probe.setTranslation(centre)
    controller.computeColliderMovement(probe, wish)
    return controller.computedMovement()
  }

  return {
    move(x, y, z, dx, dz, out) {
      if (disposed) throw new TypeError('move() after dispose(): create a new physics port')
      // A NaN makes the WASM panic, and with it every world of this thread.
      assert(Number.isFinite(x + y + z + dx + dz), `move(${x}, ${y}, ${z}, ${dx}, ${dz}) must be finite`)
      const walked = ask(x, y, z, dx, -pressM, dz)
      out[0] = x + walked.x
      out[1] = storedHeight(y + walked.y)
      out[2] = z + walked.z
      if (controller.computedGrounded() || out[1] <= 0) return
      const fallen = ask(out[0], out[1], out[2], 0, -fallM, 0)
      out[0] += fallen.x
      out[1] = storedHeight(out[1] + fallen.y)
      out[2] += fallen.z
    },
    dispose() {
      if (disposed) return
      disposed = true
      world.free()
    },
  }
}
