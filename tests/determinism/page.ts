import { createRapierPhysics } from '@balai/engine/physics'
import { type SurfaceWalk, walkSurface } from '../../scripts/trim-rapier/surface.ts'
import { walk } from './walk.ts'

/** The same walks in a page; the test calls them by these names. */
Object.assign(globalThis, {
  walkHere: (seed: number, ticks: number, odd: boolean) => walk(seed, ticks, (person) => !odd || person % 2 === 1),
  surfaceHere: (surface: SurfaceWalk) => walkSurface(createRapierPhysics, surface),
})
