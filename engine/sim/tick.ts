import { applyDueIntents } from './apply-due-intents.ts'
import { detectZones } from './detect-zones.ts'
import { moveAvatars } from './move-avatars.ts'
import type { SimWorld } from './world.ts'

/**
 * One fixed tick of 50 ms, the same on a phone and on the server.
 * Between ticks the host takes in intents (`acceptIntent`), arrivals and departures; inside, the order is the rule.
 */
export function tick(world: SimWorld): void {
  world.events.zones.length = 0
  world.events.waitingForPhysics.length = 0
  world.tick += 1
  applyDueIntents(world) // before the step, so that an intent moves its avatar in the tick it was stamped for
  moveAvatars(world)
  for (const system of world.systems) system(world) // the application's own, on this tick's positions (extension.ts)
  detectZones(world) // after the step: a zone is entered by where one stands, not by where one stood
}
