import {
  BroadPhase,
  CCDSolver,
  type Collider,
  type ColliderDesc,
  ColliderSet,
  ImpulseJointSet,
  IntegrationParameters,
  IslandManager,
  KinematicCharacterController,
  MultibodyJointSet,
  NarrowPhase,
  PhysicsPipeline,
  RigidBodySet,
} from '@dimforge/rapier3d-compat'

/** As much of a Rapier world as colliders without bodies need. */
export interface RapierWorld {
  /** A collider that stands by itself. It can be met once `build` was called after it; before that it can only ask. */
  add(desc: ColliderDesc): Collider
  /** The one step: builds the tree that questions walk through, out of the colliders added so far. */
  build(): void
  /** Freed with the world. `skinM` is the gap it keeps, metres. */
  createController(skinM: number): KinematicCharacterController
  /** Frees everything; nothing of it must be used afterwards. */
  free(): void
}

/**
 * Rapier's own `World` without its debug lines, snapshots, vehicles and bodies, which a bundler could not leave out:
 * the same parts in the same order, so the same bits.
 */
export function createRapierWorld(): RapierWorld {
  const parameters = new IntegrationParameters()
  const islands = new IslandManager()
  const broadPhase = new BroadPhase()
  const narrowPhase = new NarrowPhase()
  const bodies = new RigidBodySet()
  const colliders = new ColliderSet()
  const impulseJoints = new ImpulseJointSet()
  const multibodyJoints = new MultibodyJointSet()
  const ccd = new CCDSolver()
  const pipeline = new PhysicsPipeline()
  const controllers: KinematicCharacterController[] = []
  const parts = [parameters, islands, broadPhase, narrowPhase, bodies, colliders, impulseJoints, multibodyJoints, ccd, pipeline]
  // Its type asks for a body's handle where the code asks only whether there is one.
  const noBody = undefined as unknown as number

  return {
    add: (desc) => colliders.createCollider(bodies, desc, noBody),
    build() {
      const still = { x: 0, y: 0, z: 0 }
      pipeline.step(still, parameters, islands, broadPhase, narrowPhase, bodies, colliders, impulseJoints, multibodyJoints, ccd)
    },
    createController(skinM) {
      const controller = new KinematicCharacterController(skinM, parameters, broadPhase, narrowPhase, bodies, colliders)
      controllers.push(controller)
      return controller
    },
    free() {
      for (const part of [...controllers, ...parts]) part.free()
    },
  }
}
