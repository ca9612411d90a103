import type { Place } from '@balai/engine/host'
import { loadMallPlan } from '../bots/mall-plan.ts'
import { createNearestGrid } from './nearest-grid.ts'
import { peerMessage, readIntent, readPosition } from './peer-messages.ts'
import { createWalker, obey, step, type Walker } from './walker.ts'

/** What all peers have in common: who is where, who is near, and what a client's message does. Only how it reaches others differs. */
export type PeerHall = {
  /** Undefined where nobody is. */
  readonly walkers: readonly (Walker | undefined)[]
  /** @returns the newcomer's slot */
  join(): number
  leave(slot: number): void
  /** Takes a client's message in. */
  receive(slot: number, type: number, bytes: Uint8Array): void
  /** One tick of those who walk by intents. Call it 20 times a second. @returns slots that moved, valid until the next call */
  step(): readonly number[]
  /** The nearest to a slot, as many as a client is told of, into `out`. @returns how many */
  nearest(slot: number, out: Uint16Array): number
  /** Full packing of those: u8 count, and for each u16 slot, u16 x, u16 z in 64ths of a metre, u8 facing with the top bit for walking. */
  pack(slots: Uint16Array, count: number): Buffer
}

/** How many others a client is told of. */
export const toldOf = 30
export const sendEveryMs = 100
export const tickEveryMs = 50
const capacity = 4096

/** The hall of a region's own map. */
export function createPeerHall(region: string): PeerHall {
  const plan = loadMallPlan(region)
  const { place, entry } = plan
  const { columns, rows } = place.map
  const grid = createNearestGrid(columns, rows, capacity)
  const walkers: (Walker | undefined)[] = []
  const free: number[] = []
  const moved: number[] = []
  const put = (slot: number, walker: Walker): void => grid.place(slot, walker.x, walker.z)
  return {
    walkers,
    join() {
      const slot = free.pop() ?? walkers.length
      const walker = createWalker(entry.x, entry.z)
      walkers[slot] = walker
      put(slot, walker)
      return slot
    },
    leave(slot) {
      walkers[slot] = undefined
      free.push(slot)
      grid.remove(slot)
    },
    receive(slot, type, bytes) {
      const walker = walkers[slot]
      if (walker === undefined) return
      if (type === peerMessage.intent) obey(place, walker, readIntent(bytes))
      else takePosition(walker, bytes)
      put(slot, walker)
    },
    step: () => stepAll(place, walkers, moved, put),
    nearest(slot, out) {
      const walker = walkers[slot]
      return walker === undefined ? 0 : grid.nearest(walker.x, walker.z, toldOf, slot, out)
    },
    pack(slots, count) {
      const bytes = Buffer.allocUnsafe(1 + 7 * count)
      bytes[0] = count
      for (let i = 0, at = 1; i < count; i++, at += 7) {
        const walker = walkers[slots[i]]
        if (walker === undefined) throw new Error(`slot ${slots[i]} is near, but nobody is in it`)
        bytes.writeUInt16LE(slots[i], at)
        bytes.writeUInt16LE(Math.round(walker.x * 64), at + 2)
        bytes.writeUInt16LE(Math.round(walker.z * 64), at + 4)
        bytes[at + 6] = walker.facing | (walker.isMoving ? 0x80 : 0)
      }
      return bytes
    },
  }
}

function takePosition(walker: Walker, bytes: Uint8Array): void {
  const { x, z, facing } = readPosition(bytes)
  walker.isMoving = x !== walker.x || z !== walker.z
  Object.assign(walker, { x, z, facing })
}

function stepAll(
  place: Place,
  walkers: readonly (Walker | undefined)[],
  moved: number[],
  put: (slot: number, walker: Walker) => void,
): readonly number[] {
  moved.length = 0
  for (let slot = 0; slot < walkers.length; slot++) {
    const walker = walkers[slot]
    // Who sends positions has no way to follow.
    if (walker === undefined || (walker.corner >= walker.corners && walker.direction < 0)) continue
    if (!step(place, walker)) continue
    put(slot, walker)
    moved.push(slot)
  }
  return moved
}
