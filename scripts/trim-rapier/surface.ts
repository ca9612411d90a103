import { createRng, hashFloat, hashStart } from '@balai/engine/core'
import type { PhysicsOptions, PhysicsPort } from '@balai/engine/physics'

export type SurfaceWalk = { readonly seed: number; readonly worlds: number; readonly moves: number }
export type CreatePhysics = (options: PhysicsOptions) => Promise<PhysicsPort>
type Solid = PhysicsOptions['solids'][number]

/**
 * Runs everything a physics port can be asked: worlds of no solid to many, thin, huge, low and equal ones; moves of nothing, a step
 * and through the whole hall; starts in free space, on corners, on top of, inside and far above solids; two worlds at once; the end
 * of each. Gives a hash of all answers for each world: ports that compute the same bits give the same hashes.
 */
export async function walkSurface(create: CreatePhysics, walk: SurfaceWalk): Promise<number[]> {
  const rng = createRng(walk.seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(rng() * from.length)]
  const hashes: number[] = []
  const out = new Float32Array(3)
  let before: PhysicsPort | null = null
  for (let world = 0; world < walk.worlds; world++) {
    const side = pick([3, 10, 30, 30, 100, 1000])
    const solids = randomSolids(pick([0, 1, 2, 3, 10, 40, 300]), side, rng, pick)
    const radiusM = pick([0.05, 0.25, 0.25, 0.3, 1])
    const port = await create({ columns: side, rows: side, radiusM, heightM: radiusM * 2 + pick([0, 0.01, 1, 3]), solids })
    let hash = hashStart
    for (let move = 0; move < walk.moves; move++) {
      if (move % 10 === 0) out.set(randomPlace(solids, side, radiusM, rng, pick))
      const reach = pick([0, 1e-7, 0.001, 0.15, 0.15, 0.15, 1, 200])
      const [x, y, z] = out
      port.move(x, y, z, (rng() - 0.5) * pick([0, 1, 1]) * reach, (rng() - 0.5) * pick([0, 1, 1]) * reach, out)
      for (const value of out) hash = hashFloat(hash, value)
    }
    hashes.push(hash)
    before?.dispose()
    before = port
  }
  before?.dispose()
  return hashes
}

type Pick = <T>(from: readonly T[]) => T

function randomSolids(count: number, side: number, rng: () => number, pick: Pick): Solid[] {
  const grid = pick([0, 0, 1, 0.5])
  const place = (): number => {
    const at = rng() * side * 1.2 - side * 0.1
    return grid ? Math.round(at / grid) * grid : at
  }
  const solids: Solid[] = []
  while (solids.length < count) {
    const [x0, z0] = [place(), place()]
    const sides = count > 40 ? [0.05, 0.3, 1, 2] : [0.001, 0.05, 0.3, 1, 1, 5, side]
    const solid = { x0, z0, x1: x0 + pick(sides), z1: z0 + pick(sides), heightM: pick([0.001, 0.05, 0.2, 0.3, 0.35, 0.36, 0.8, 2.25, 50]) }
    solids.push(solid)
    if (rng() < 0.1) solids.push(solid)
  }
  return solids
}

function randomPlace(solids: readonly Solid[], side: number, radiusM: number, rng: () => number, pick: Pick): [number, number, number] {
  const solid = solids.length > 0 && rng() < 0.6 ? pick(solids) : null
  if (!solid) return [rng() * side, pick([0, 0, 0, 0.3, 2.25, -1, 60]), rng() * side]
  const { x0, x1, z0, z1, heightM } = solid
  const x = pick([x0, x1, x0 - radiusM - 0.01, x1 + radiusM, (x0 + x1) / 2])
  const z = pick([z0, z1, z0 - radiusM, z1 + radiusM + 0.01, (z0 + z1) / 2])
  return [x, pick([0, 0, heightM, heightM + 0.01, heightM - 0.01]), z]
}
