import { query } from 'bitecs'
import type { Intent } from '../input/index.ts'
import { avatarTick, putIntoForce } from './accept-intent.ts'
import { type AvatarState, peekPending, shiftPending } from './pending.ts'
import type { SimWorld } from './world.ts'

const intent: Intent = { kind: 0, direction: 0, targetX: 0, targetZ: 0 }
const state: AvatarState = { x: 0, y: 0, z: 0, facing: 0, walkedM: 0 }

/** Puts intents into force whose tick is the one about to be simulated. */
export function applyDueIntents(world: SimWorld): void {
  if (world.pending.avatars === 0) return
  const { Identity, Walked, Facing } = world.components
  for (const eid of query(world.ecs, [Identity])) {
    for (let slot = peekPending(world.pending, eid); slot >= 0; slot = peekPending(world.pending, eid)) {
      const stamp = world.pending.stamp[slot]
      // The world's tick has been raised already: an intent for this tick moves the avatar in this tick.
      if (stamp > avatarTick(world, eid)) break
      const { pending } = world
      intent.kind = pending.kind[slot] as Intent['kind']
      intent.direction = pending.direction[slot]
      intent.targetX = pending.targetX[slot]
      intent.targetZ = pending.targetZ[slot]
      const hasState = pending.hasState[slot] === 1
      state.x = pending.x[slot]
      state.y = pending.y[slot]
      state.z = pending.z[slot]
      state.facing = Facing.direction[eid]
      state.walkedM = Walked.metres[eid]
      shiftPending(pending, eid)
      beginNow(world, eid, stamp, hasState)
    }
  }
}

function beginNow(world: SimWorld, eid: number, stamp: number, hasState: boolean): void {
  // The avatar stands at the end of the tick before, and is counted from the last simulated tick.
  world.tick -= 1
  putIntoForce(world, eid, intent, stamp, hasState ? state : null)
  world.tick += 1
}
