import { storeyAt, type Storeys } from '../../space/index.ts'
import type { MovedEvent } from './threads.ts'

/** Tells where the own avatar is, when it has moved enough and not too often. */
export type OwnPlace = {
  /** Whether it is time to ask where the avatar is: the answer costs an object. */
  isDue(nowMs: number): boolean
  /** Makes it time. */
  soon(): void
  /** What to tell of the avatar at (x, z), metres; null when it is where it was. */
  note(x: number, z: number, nowMs: number): MovedEvent | null
}

const everyMs = 250
const movedM = 0.5

export function createOwnPlace(storeys: Storeys): OwnPlace {
  let lookedMs = Number.NEGATIVE_INFINITY
  let told: MovedEvent | null = null
  return {
    isDue: (nowMs) => nowMs - lookedMs >= everyMs,
    soon() {
      lookedMs = Number.NEGATIVE_INFINITY
    },
    note(x, z, nowMs) {
      lookedMs = nowMs
      const storey = storeyAt(storeys, x, z)
      if (told !== null && told.storey === storey && Math.hypot(told.x - x, told.z - z) < movedM) return null
      told = { type: 'moved', x, z, storey }
      return told
    },
  }
}
