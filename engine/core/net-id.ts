import { assert } from './assert.ts'

/**
 * A name for an entity on the wire and in storage: a slot index (low 16 bits) and a generation (high 16 bits).
 * The generation tells a reused slot from the entity that held it before. 0 is never given out.
 */
export type NetId = number

export const netIdIndex = (id: NetId): number => id & 0xffff
export const netIdGeneration = (id: NetId): number => id >>> 16

export type NetIds = {
  /** The number of slots; an index is always below it. */
  readonly capacity: number
  /** Takes the lowest free slot; null when all are in use. */
  take(): NetId | null
  /** Gives the slot back; its generation moves on, so old ids are dead. */
  release(id: NetId): void
  isAlive(id: NetId): boolean
}

/** Creates a table of `capacity` slots (1 to 65,535). */
export function createNetIds(capacity: number): NetIds {
  if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 0xffff)) {
    throw new TypeError(`capacity must be a whole number from 1 to 65535, got ${capacity}`)
  }
  const generations = new Uint16Array(capacity).fill(1)
  const alive = new Uint8Array(capacity)
  const free: number[] = []
  for (let i = capacity - 1; i >= 0; i--) free.push(i)
  return {
    capacity,
    take() {
      const index = free.pop()
      if (index === undefined) return null
      alive[index] = 1
      return ((generations[index] << 16) | index) >>> 0
    },
    release(id) {
      const index = netIdIndex(id)
      assert(alive[index] === 1 && generations[index] === netIdGeneration(id), `net id ${id} released twice`)
      alive[index] = 0
      // 0 is skipped so that no live id is ever 0.
      generations[index] = generations[index] === 0xffff ? 1 : generations[index] + 1
      free.push(index)
    },
    isAlive(id) {
      const index = netIdIndex(id)
      return index < capacity && alive[index] === 1 && generations[index] === netIdGeneration(id)
    },
  }
}
