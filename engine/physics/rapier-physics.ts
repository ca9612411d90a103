import { assert } from '../core/index.ts'
import { createFlatGround, isFlatAt, longestWishM } from './flat-ground.ts'
import type { PhysicsOptions, PhysicsPort } from './physics-port.ts'
import type { Asker } from './rapier-asker.ts'
import { createHallAsker } from './rapier-hall.ts'
import { createWallAsker } from './rapier-walls.ts'
import { loadRapier } from './rapier-wasm.ts'
import { createWallIndex, isInWall, type WallIndex } from './wall-index.ts'
import { checkOptions, fallM, pressM, skinM, storedHeight } from './walking.ts'

export type RapierOptions = PhysicsOptions & {
  /**
   * Where the WASM comes from, in a bundle built with scripts/vite-rapier-wasm.ts: a URL, a Response, a compiled
   * WebAssembly.Module or the bytes. Left out, the file beside the bundle is fetched. Node ignores it: the package carries its own.
   */
  readonly wasm?: unknown
}

/**
 * Two static Rapier worlds of the same place: its walls as a plan, asked where nothing but walls is near, which is cheap; and the whole
 * of it with steps and ground, asked for the rest, and made when it is first needed. Which one answers is decided by the map and the question alone.
 * The WASM is loaded once for all worlds of a thread. Rejects when the WASM cannot be loaded; call again to try again.
 * `dispose()` frees the worlds.
 */
export async function createRapierPhysics(options: RapierOptions): Promise<PhysicsPort> {
  checkOptions(options)
  await loadRapier(options.wasm)
  const ground = createFlatGround(options)
  const index = createWallIndex(options)
  const walls = createWallAsker(options)
  // x, y, z, dx, 0, dz: also what the walls are asked. Numbers with a fraction become garbage when they are handed from function to function.
  const { question } = walls
  let hall: Asker | null = null
  let disposed = false

  function answer(out: Float32Array): void {
    if (disposed) throw new TypeError('move() after dispose(): create a new physics port')
    const wishSquare = question[3] * question[3] + question[5] * question[5]
    // A NaN makes the WASM panic, and with it every world of this thread.
    if (!Number.isFinite(question[0] + question[1] + question[2] + wishSquare)) assert(false, `move(${question.join(', ')}) must be finite`)
    const isFlat = question[1] === 0 && wishSquare <= longestWishM * longestWishM && isFlatAt(ground, question)
    if (isFlat) slide(walls, index, out)
    else stride((hall ??= createHallAsker(options)), question, options, out)
  }

  return {
    move(x, y, z, dx, dz, out) {
      question[0] = x
      question[1] = y
      question[2] = z
      question[3] = dx
      question[5] = dz
      answer(out)
    },
    dispose() {
      if (disposed) return
      disposed = true
      walls.free()
      hall?.free()
    },
  }
}

/**
 * A move on flat ground between walls. About once in millions Rapier's search misses a wall that a body grazes; such a body stays where
 * it is for this move.
 */
function slide(walls: Asker, index: WallIndex, out: Float32Array): void {
  const { question, answer } = walls
  walls.ask()
  out[0] = question[0] + answer[0]
  out[1] = 0
  out[2] = question[2] + answer[2]
  if (isInWall(index, out)) stay(index, question, out)
}

function stay(index: WallIndex, question: Float64Array, out: Float32Array): void {
  const [endX, , endZ] = out
  out[0] = question[0]
  out[2] = question[2]
  // Who was in a wall already may come out of it little by little.
  if (isInWall(index, out)) out.set([endX, 0, endZ])
}

/** A move with everything: onto steps, down from them, falling. */
function stride(hall: Asker, question: Float64Array, { heightM }: PhysicsOptions, out: Float32Array): void {
  const { question: asked, answer } = hall
  const centreM = heightM / 2 + skinM
  asked[0] = question[0]
  asked[1] = question[1] + centreM
  asked[2] = question[2]
  asked[3] = question[3]
  asked[4] = -pressM
  asked[5] = question[5]
  hall.ask()
  out[0] = question[0] + answer[0]
  out[1] = storedHeight(question[1] + answer[1])
  out[2] = question[2] + answer[2]
  if (hall.isGrounded() || out[1] <= 0) return
  asked[0] = out[0]
  asked[1] = out[1] + centreM
  asked[2] = out[2]
  asked[3] = 0
  asked[4] = -fallM
  asked[5] = 0
  hall.ask()
  out[0] += answer[0]
  out[1] = storedHeight(out[1] + answer[1])
  out[2] += answer[2]
}
