import { type Intent, intentKind, standing } from '../input/index.ts'
import { aheadTicks, correctionReason } from '../net/index.ts'
import { acceptIntent, lateTicks, originHash } from '../sim/index.ts'
import type { Hall } from './hall.ts'
import { tellNews } from './enter-hall.ts'
import type { Resident } from './resident.ts'

const mostWaiting = 8

/** Takes the intents whose tick has come. */
export function takeWaiting(hall: Hall): void {
  for (const slot of hall.taken) {
    const resident = hall.residents[slot]
    if (resident === null) continue
    while (resident.waiting.length > 0 && resident.waiting[0].stamp <= hall.world.tick + 1) {
      const { intent, stamp, check } = resident.waiting[0]
      resident.waiting.shift()
      takeIntent(hall, resident, intent, stamp, check)
    }
  }
}

/**
 * Judges one intent. Good: the avatar obeys it from its stamp on, be that up to 60 ticks ago.
 * Too late, too far ahead or out of order: the avatar stops, and its client is told where (counted).
 */
export function takeIntent(hall: Hall, resident: Resident, intent: Intent, stamp: number, check: number): void {
  const { world } = hall
  const { eid } = resident
  if (stamp > world.tick + aheadTicks || stamp <= world.tick - lateTicks) return refuse(hall, resident, correctionReason.tooLate)
  if (stamp > world.tick + 1) {
    // Its client's clock is ahead: it waits here until its tick, so that viewers are told when it begins.
    if (resident.waiting.length >= mostWaiting) return refuse(hall, resident, correctionReason.tooMany)
    resident.waiting.push({ intent, stamp, check })
    return
  }
  if (!acceptIntent(world, eid, intent, stamp, null)) return refuse(hall, resident, correctionReason.tooLate)
  tellNews(hall, resident.slot, true)
  if ((originHash(world, eid) & 0xffff) === check) return
  hall.stats.corrections += 1
  const { Origin } = world.components
  const state = { x: Origin.x[eid], y: Origin.y[eid], z: Origin.z[eid], facing: Origin.facing[eid] }
  resident.session?.correct(stamp, correctionReason.diverged, state, intent)
}

/** The person's connection is lost: nobody is there to stop who walks in a direction; who walks to a place arrives. */
export function stopWalker(hall: Hall, resident: Resident): void {
  if (hall.world.components.CurrentIntent.kind[resident.eid] === intentKind.walk) stopAvatar(hall, resident)
  resident.waiting.length = 0
}

/** Stops the avatar from the next tick on. @returns that tick */
function stopAvatar(hall: Hall, resident: Resident): number {
  const { world } = hall
  const { eid } = resident
  resident.waiting.length = 0
  // An intent that begins with the next tick is replaced (M11): one more tick ahead, it would wait, and viewers would be told before it counts.
  const stamp = Math.max(world.tick + 1, world.components.CurrentIntent.stamp[eid])
  acceptIntent(world, eid, standing, stamp, null)
  tellNews(hall, resident.slot, false)
  return stamp
}

function refuse(hall: Hall, resident: Resident, reason: number): void {
  const { eid } = resident
  const stamp = stopAvatar(hall, resident)
  hall.stats.corrections += 1
  const { Facing, Position } = hall.world.components
  const state = { x: Position.x[eid], y: Position.y[eid], z: Position.z[eid], facing: Facing.direction[eid] }
  resident.session?.correct(stamp, reason, state, standing)
}
