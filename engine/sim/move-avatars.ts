import { avatarTick, walkOn } from './accept-intent.ts'
import type { SimWorld } from './world.ts'

/** One step for everybody whose intent moves them. Standing avatars are not looked at (M3). */
export function moveAvatars(world: SimWorld): void {
  const { moving } = world
  // From the end: who comes to rest leaves the set, and the last one takes their place.
  for (let i = moving.count - 1; i >= 0; i--) {
    const eid = moving.eids[i]
    walkOn(world, eid, avatarTick(world, eid))
  }
}
