import { createRapierPhysics } from '@balai/engine/physics'
import type { TwinRun } from '../../bench/twin/twin-run.ts'
import { walkTwin } from '../../bench/twin/twin-walk.ts'
import { type SurfaceWalk, walkSurface } from '../../scripts/trim-rapier/surface.ts'

/** The same walks in a page; the test calls them by these names. */
Object.assign(globalThis, {
  walkHere: (run: TwinRun) => walkTwin(createRapierPhysics, run),
  surfaceHere: (surface: SurfaceWalk) => walkSurface(createRapierPhysics, surface),
})
