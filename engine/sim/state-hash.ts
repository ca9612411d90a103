import { hashFloat, hashStart, hashWord } from '../core/index.ts'
import type { SimWorld } from './world.ts'

/** Hash of one avatar's feet: equal only when the positions are equal to the bit. 32 bits. */
export function avatarHash(world: SimWorld, eid: number): number {
  const { Position } = world.components
  return hashFloat(hashFloat(hashFloat(hashStart, Position.x[eid]), Position.y[eid]), Position.z[eid])
}

/** Hash of one avatar's feet just before its intent in force: what an intent's `check` is made from, at both ends. */
export function originHash(world: SimWorld, eid: number): number {
  const { Origin } = world.components
  return hashFloat(hashFloat(hashFloat(hashStart, Origin.x[eid]), Origin.y[eid]), Origin.z[eid])
}

/** Hash over several avatars in the order given, names on the wire included. */
export function worldHash(world: SimWorld, eids: readonly number[]): number {
  let hash = hashStart
  for (const eid of eids) {
    hash = hashWord(hash, world.components.Identity.netId[eid])
    hash = hashWord(hash, avatarHash(world, eid))
  }
  return hash
}
