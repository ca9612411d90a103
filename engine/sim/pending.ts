import type { Intent } from '../input/index.ts'

/** Intents whose tick has not come yet: a short ring for each avatar. */
export type PendingIntents = {
  readonly count: Uint8Array
  readonly first: Uint8Array
  readonly stamp: Uint32Array
  readonly kind: Uint8Array
  readonly direction: Uint8Array
  readonly targetX: Float32Array
  readonly targetZ: Float32Array
  /** 1 when the state before the intent came with it and is to be taken over. */
  readonly hasState: Uint8Array
  /** 16 bits that the state before the intent must hash to; `noCheck` when nothing is known. */
  readonly check: Int32Array
  readonly x: Float32Array
  readonly y: Float32Array
  readonly z: Float32Array
  readonly facing: Uint8Array
  /** How many avatars have any. */
  avatars: number
}

/** A viewer is told up to ten intents at once after a pause, and a few more while they wait for the longest lag. */
export const pendingDepth = 16
/** Stands for "no check came with the intent". */
export const noCheck = -1

/** An authoritative state: feet in metres, facing 0 to 31. */
export type AvatarState = { x: number; y: number; z: number; facing: number; walkedM: number }

export function createPending(capacity: number): PendingIntents {
  const slots = (capacity + 1) * pendingDepth
  return {
    count: new Uint8Array(capacity + 1),
    first: new Uint8Array(capacity + 1),
    stamp: new Uint32Array(slots),
    kind: new Uint8Array(slots),
    direction: new Uint8Array(slots),
    targetX: new Float32Array(slots),
    targetZ: new Float32Array(slots),
    hasState: new Uint8Array(slots),
    check: new Int32Array(slots),
    x: new Float32Array(slots),
    y: new Float32Array(slots),
    z: new Float32Array(slots),
    facing: new Uint8Array(slots),
    avatars: 0,
  }
}

/** Queues an intent for `stamp`; false when the avatar's ring is full. */
export function pushPending(
  pending: PendingIntents,
  eid: number,
  intent: Readonly<Intent>,
  stamp: number,
  state: Readonly<AvatarState> | null,
  check: number,
): boolean {
  const count = pending.count[eid]
  if (count === pendingDepth) return false
  const slot = eid * pendingDepth + ((pending.first[eid] + count) % pendingDepth)
  pending.stamp[slot] = stamp
  pending.kind[slot] = intent.kind
  pending.direction[slot] = intent.direction
  pending.targetX[slot] = intent.targetX
  pending.targetZ[slot] = intent.targetZ
  pending.hasState[slot] = state === null ? 0 : 1
  pending.check[slot] = check
  if (state !== null) {
    pending.x[slot] = state.x
    pending.y[slot] = state.y
    pending.z[slot] = state.z
    pending.facing[slot] = state.facing
  }
  if (count === 0) pending.avatars += 1
  pending.count[eid] = count + 1
  return true
}

/** Slot of the oldest queued intent, or -1. */
export function peekPending(pending: PendingIntents, eid: number): number {
  return pending.count[eid] === 0 ? -1 : eid * pendingDepth + pending.first[eid]
}

/** Drops the oldest queued intent. */
export function shiftPending(pending: PendingIntents, eid: number): void {
  pending.first[eid] = (pending.first[eid] + 1) % pendingDepth
  pending.count[eid] -= 1
  if (pending.count[eid] === 0) pending.avatars -= 1
}

export function clearPending(pending: PendingIntents, eid: number): void {
  if (pending.count[eid] > 0) pending.avatars -= 1
  pending.count[eid] = 0
  pending.first[eid] = 0
}
