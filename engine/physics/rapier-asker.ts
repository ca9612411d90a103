import { type Collider, type KinematicCharacterController, VectorOps } from '@dimforge/rapier3d-compat'
import type { RapierWorld } from './rapier-world.ts'

/** A body that asks a world how far it gets, without leaving garbage: numbers go through two arrays and WASM's own memory. */
export interface Asker {
  /** x, y, z of the body's middle and dx, dy, dz of the wish, metres. Written before `ask`. */
  readonly question: Float64Array
  /** dx, dy, dz of the way it can go, metres. Read after `ask`. */
  readonly answer: Float64Array
  ask(): void
  /** Whether the way of the last answer ends on the ground. */
  isGrounded(): boolean
  /** Frees the world too. */
  free(): void
}

type RawVector = ReturnType<typeof VectorOps.intoRaw>
/** A JavaScript object of wasm-bindgen: an address in WASM memory with methods. */
type Bound = { __wbg_ptr: number }
/** What Rapier's public classes wrap. Their own methods make some 500 bytes of garbage a question, and call back for each collider near. */
type RawController = Bound & {
  computeColliderMovement(
    dt: number,
    broadPhase: Bound,
    narrowPhase: Bound,
    bodies: Bound,
    colliders: RawColliders,
    collider: number,
    wish: RawVector,
    ...noImpulsesNoMassNoFilters: readonly [false, undefined, 0, undefined, undefined]
  ): void
  computedGrounded(): boolean
}
type RawColliders = Bound & { coSetTranslation(collider: number, x: number, y: number, z: number): void }
type Insides = {
  readonly raw: RawController
  readonly params: { readonly dt: number }
  readonly broadPhase: { readonly raw: Bound }
  readonly narrowPhase: { readonly raw: Bound }
  readonly bodies: { readonly raw: Bound }
  readonly colliders: { readonly raw: RawColliders }
}

/**
 * Where a RawKinematicCharacterController keeps its answer, bytes from its own address, as if a RawVector began there (whose numbers
 * follow its borrow flag, 4 bytes). Rapier 0.19.3; what stands in place of the flag is the number of collisions, which blocks nothing.
 */
const answerAt = 76

/** Takes the world over. @throws Error when this Rapier keeps its answers elsewhere; the world is freed then. */
export function createAsker(world: RapierWorld, controller: KinematicCharacterController, probe: Collider): Asker {
  const { raw, params, broadPhase, narrowPhase, bodies, colliders } = controller as unknown as Insides
  const [dt, broad, narrow, bodySet, colliderSet] = [params.dt, broadPhase.raw, narrowPhase.raw, bodies.raw, colliders.raw]
  const question = new Float64Array(6)
  const answer = new Float64Array(3)
  const wish = VectorOps.intoRaw({ x: 0, y: 0, z: 0 })
  const window = VectorOps.intoRaw({ x: 0, y: 0, z: 0 })
  const ownAddress = addressOf(window)
  const { handle } = probe

  const asker: Asker = {
    question,
    answer,
    ask() {
      colliderSet.coSetTranslation(handle, question[0], question[1], question[2])
      wish.x = question[3]
      wish.y = question[4]
      wish.z = question[5]
      raw.computeColliderMovement(dt, broad, narrow, bodySet, colliderSet, handle, wish, false, undefined, 0, undefined, undefined)
      answer[0] = window.x
      answer[1] = window.y
      answer[2] = window.z
    },
    isGrounded: () => raw.computedGrounded(),
    free() {
      wish.free()
      ;(window as unknown as Bound).__wbg_ptr = ownAddress
      window.free()
      world.free()
    },
  }
  ;(window as unknown as Bound).__wbg_ptr = addressOf(raw) + answerAt
  const misread = findMisreading(asker, controller)
  if (misread !== null) {
    asker.free()
    throw new Error(`${misread}: rapier keeps its answer elsewhere, adapt engine/physics/rapier-asker.ts to it`)
  }
  question.fill(0)
  return asker
}

function addressOf(bound: object): number {
  const { __wbg_ptr: address } = bound as Partial<Bound>
  if (address === undefined || !(address > 0))
    throw new Error('rapier objects have no __wbg_ptr: adapt engine/physics/rapier-asker.ts to them')
  return address
}

type Answering = Pick<KinematicCharacterController, 'computedMovement' | 'computedGrounded'>

/** Moves of which every number differs: one that the border stops, and others far above everything. */
const trials = [
  [1, 1, 1, -9, 0.5, -7],
  [5, 1000, 7, 0.125, 0.25, 0.5],
  [5, 1000, 7, -0.5, 0.0625, -0.25],
  [-3, 2000, 4, 0, 0, 0],
] as const

/** What is read otherwise than Rapier's own methods say it; null when nothing is. */
export function findMisreading(asker: Omit<Asker, 'free'>, controller: Answering): string | null {
  for (const trial of trials) {
    asker.question.set(trial)
    asker.ask()
    const { x, y, z } = controller.computedMovement()
    const [dx, dy, dz] = asker.answer
    const isSame = dx === x && dy === y && dz === z && asker.isGrounded() === controller.computedGrounded()
    if (!isSame) return `to move(${trial.join(', ')}) rapier answers ${x}, ${y}, ${z}, but ${dx}, ${dy}, ${dz} is read`
  }
  return null
}
