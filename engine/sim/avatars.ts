import { addComponent, addEntity, removeEntity } from 'bitecs'
import { assert } from '../core/index.ts'
import { loadState } from './accept-intent.ts'
import { type AvatarState, clearPending } from './pending.ts'
import type { SimWorld } from './world.ts'

export type SpawnOptions = {
  readonly netId: number
  readonly look: number
  readonly flags: number
  readonly state: Readonly<AvatarState>
  /** Ticks this avatar is simulated behind the world: 0 on the server and for the own avatar. */
  readonly lagTicks: number
  /** Zone events are wanted for it. */
  readonly isWatched: boolean
}

/** Puts a standing avatar into the world and returns its entity id, which never leaves this world. */
export function spawnAvatar(world: SimWorld, options: SpawnOptions): number {
  const eid = addEntity(world.ecs)
  assert(eid <= world.capacity, `world of capacity ${world.capacity} is full`)
  const { CurrentIntent, Identity, IsWatched, Lag, Origin, Route } = world.components
  addComponent(world.ecs, eid, Identity)
  Identity.netId[eid] = options.netId
  Identity.look[eid] = options.look
  Identity.flags[eid] = options.flags
  Lag.ticks[eid] = options.lagTicks
  CurrentIntent.kind[eid] = 0
  CurrentIntent.stamp[eid] = 0
  Route.count[eid] = 0
  Route.next[eid] = 0
  loadState(world, eid, options.state)
  Origin.tick[eid] = world.tick - options.lagTicks
  world.components.Settled.tick[eid] = world.tick - options.lagTicks
  Origin.x[eid] = options.state.x
  Origin.y[eid] = options.state.y
  Origin.z[eid] = options.state.z
  Origin.walkedM[eid] = options.state.walkedM
  Origin.facing[eid] = options.state.facing
  clearPending(world.pending, eid)
  if (options.isWatched) {
    addComponent(world.ecs, eid, IsWatched)
    world.inside.set(eid, [])
  }
  return eid
}

export function despawnAvatar(world: SimWorld, eid: number): void {
  clearPending(world.pending, eid)
  world.inside.delete(eid)
  removeEntity(world.ecs, eid)
}

/** How many avatars have an intent that still moves them or wait for one: 0 means that ticking changes nothing. */
export function activeAvatars(world: SimWorld): number {
  return world.moving.count + world.pending.avatars
}
