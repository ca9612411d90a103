import { type Intent, intentKind, standing } from '../input/index.ts'
import { aheadTicks, correctionReason, type WireState } from '../net/index.ts'
import { acceptIntent, type AvatarState, lateTicks, originHash } from '../sim/index.ts'
import type { Hall } from './hall.ts'
import { tellNews } from './enter-hall.ts'
import type { Resident } from './resident.ts'

/** A client that is ahead by all that it may be, and sends with every tick what it wants and where it had to stop. */
const mostWaiting = 2 * aheadTicks

/**
 * A late intent makes the server walk its ticks again, and a path must be found: what that may come to for one person, counted in ticks of
 * walking. A new wish with every tick over a line of one second is 20 a tick; those of a three-second stall, all at once, are 1,830.
 */
const mostWork = 3000
const workATick = 20
const pathWork = 20

/** Takes the intents whose tick has come. */
export function takeWaiting(hall: Hall): void {
  for (const slot of hall.taken) {
    const resident = hall.residents[slot]
    if (resident !== null) takeDue(hall, resident)
  }
}

function takeDue(hall: Hall, resident: Resident): void {
  while (resident.waiting.length > 0 && resident.waiting[0].stamp <= hall.world.tick + 1) {
    const { intent, stamp, check } = resident.waiting[0]
    resident.waiting.shift()
    obey(hall, resident, intent, stamp, check)
  }
}

/**
 * Judges one intent. Good: the avatar obeys it from its stamp on, be that up to 60 ticks ago.
 * Too late, too far ahead or out of order: the avatar stops, and its client is told where (counted).
 * Until the client has said that it heard, what it sent before is passed over: it will take it back when it hears.
 */
export function takeIntent(hall: Hall, resident: Resident, intent: Intent, stamp: number, check: number): void {
  const { world } = hall
  // The world may have come to the tick of one that waits just now: they are obeyed in the order they were sent.
  takeDue(hall, resident)
  if (resident.isCorrected) return
  if (stamp > world.tick + aheadTicks || stamp <= world.tick - lateTicks) return refuse(hall, resident, correctionReason.tooLate)
  if (stamp <= world.tick + 1) return obey(hall, resident, intent, stamp, check)
  // Its client's clock is ahead: it waits here until its tick, so that viewers are told when it begins.
  if (resident.waiting.length >= mostWaiting) return refuse(hall, resident, correctionReason.tooMany)
  resident.waiting.push({ intent, stamp, check })
}

function obey(hall: Hall, resident: Resident, intent: Intent, stamp: number, check: number): void {
  const { world } = hall
  const { eid } = resident
  resident.work = Math.min(mostWork, resident.work + (world.tick - resident.workTick) * workATick)
  resident.workTick = world.tick
  const work = Math.max(0, world.tick - stamp) + (intent.kind === intentKind.walkTo ? pathWork : 0)
  if (work > resident.work) return refuse(hall, resident, correctionReason.tooMany)
  resident.work -= work
  if (!acceptIntent(world, eid, intent, stamp, null)) return refuse(hall, resident, correctionReason.tooLate)
  tellNews(hall, resident.slot, true)
  if ((originHash(world, eid) & 0xffff) === check) return
  const { Origin } = world.components
  const state = { x: Origin.x[eid], y: Origin.y[eid], z: Origin.z[eid], facing: Origin.facing[eid] }
  correct(hall, resident, { stamp, reason: correctionReason.diverged, state, intent })
}

/** The person's connection is lost: nobody is there to stop who walks in a direction; who walks to a place arrives. */
export function stopWalker(hall: Hall, resident: Resident): void {
  if (hall.world.components.CurrentIntent.kind[resident.eid] === intentKind.walk) stopAvatar(hall, resident)
  resident.waiting.length = 0
}

/** Puts the avatar where it may stand, and stops it there: it went into a closed zone. */
export function turnBack(hall: Hall, resident: Resident, state: WireState): void {
  const stamp = stopAvatar(hall, resident, { ...state, walkedM: hall.world.components.Walked.metres[resident.eid] })
  correct(hall, resident, { stamp, reason: correctionReason.closedZone, state, intent: standing })
}

/** Stops the avatar from the next tick on, where it is or in a given state. @returns that tick */
function stopAvatar(hall: Hall, resident: Resident, state: AvatarState | null = null): number {
  const { world } = hall
  const { eid } = resident
  resident.waiting.length = 0
  // An intent that begins with the next tick is replaced (M11): one more tick ahead, it would wait, and viewers would be told before it counts.
  const stamp = Math.max(world.tick + 1, world.components.CurrentIntent.stamp[eid])
  acceptIntent(world, eid, standing, stamp, state)
  tellNews(hall, resident.slot, false)
  return stamp
}

function refuse(hall: Hall, resident: Resident, reason: number): void {
  const { eid } = resident
  const stamp = stopAvatar(hall, resident)
  const { Facing, Position } = hall.world.components
  const state = { x: Position.x[eid], y: Position.y[eid], z: Position.z[eid], facing: Facing.direction[eid] }
  correct(hall, resident, { stamp, reason, state, intent: standing })
}

function correct(hall: Hall, resident: Resident, correction: { stamp: number; reason: number; state: WireState; intent: Intent }): void {
  hall.stats.corrections += 1
  resident.waiting.length = 0
  resident.isCorrected = true
  const { stamp, reason, state, intent } = correction
  resident.session?.correct(stamp, reason, state, intent)
}
