import { query } from 'bitecs'
import { intentKind } from '../input/index.ts'
import { avatarTick, lateTicks, setMoving } from './accept-intent.ts'
import { stepAvatar } from './rule-of-movement.ts'
import type { SimWorld } from './world.ts'

/** One step for everybody whose intent moves them. Standing avatars are not looked at (M3). */
export function moveAvatars(world: SimWorld): void {
  const { IsMoving, Settled } = world.components
  const found = query(world.ecs, [IsMoving])
  const moving = world.scratchEids
  const count = found.length
  for (let i = 0; i < count; i++) moving[i] = found[i]
  for (let i = 0; i < count; i++) {
    const eid = moving[i]
    if (stepAvatar(world, eid)) keepCheckpoint(world, eid)
    else {
      Settled.tick[eid] = avatarTick(world, eid)
      setMoving(world, eid, false, IsMoving)
    }
  }
}

/** Every 60 ticks of walking in one direction: the state now becomes the one a late intent can go back to. */
function keepCheckpoint(world: SimWorld, eid: number): void {
  const { Checkpoint, CurrentIntent, Facing, Origin, Position, Walked } = world.components
  if (CurrentIntent.kind[eid] !== intentKind.walk) return
  const now = avatarTick(world, eid)
  if ((now - Origin.tick[eid]) % lateTicks !== 0) return
  if (Checkpoint.tick[eid] > 0) {
    Origin.tick[eid] = Checkpoint.tick[eid]
    Origin.x[eid] = Checkpoint.x[eid]
    Origin.y[eid] = Checkpoint.y[eid]
    Origin.z[eid] = Checkpoint.z[eid]
    Origin.walkedM[eid] = Checkpoint.walkedM[eid]
    Origin.facing[eid] = Checkpoint.facing[eid]
  }
  Checkpoint.tick[eid] = now
  Checkpoint.x[eid] = Position.x[eid]
  Checkpoint.y[eid] = Position.y[eid]
  Checkpoint.z[eid] = Position.z[eid]
  Checkpoint.walkedM[eid] = Walked.metres[eid]
  Checkpoint.facing[eid] = Facing.direction[eid]
}
