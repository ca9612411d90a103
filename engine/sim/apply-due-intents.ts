import { avatarTick, takeDue } from './accept-intent.ts'
import type { SimWorld } from './world.ts'

/** Puts intents into force whose tick is the one about to be simulated (M12). */
export function applyDueIntents(world: SimWorld): void {
  const { avatars, pending } = world
  if (pending.avatars === 0) return
  // Avatars stand at the end of the tick before; the world's tick has been raised already.
  world.tick -= 1
  for (let i = 0; i < avatars.count; i++) {
    const eid = avatars.eids[i]
    if (pending.count[eid] > 0) takeDue(world, eid, avatarTick(world, eid) + 1)
  }
  world.tick += 1
}
