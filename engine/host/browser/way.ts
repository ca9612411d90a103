import { findPath, portalAt } from '../../space/index.ts'
import type { Place } from '../place.ts'

/** A way to a point, told again while one walks along it. */
export type Way = {
  /** Another point to lead to, metres; null for none. */
  lead(target: { readonly x: number; readonly z: number } | null): void
  /**
   * The way from (x, z), metres, as it is to be drawn: x and z in turn, a pair of NaN where it goes on elsewhere; null when one is there.
   * Undefined when nothing is new: no way is wanted, nobody has moved, or it was told less than half a second ago.
   */
  next(x: number, z: number, nowMs: number): Float32Array | null | undefined
}

const everyMs = 500
const arrivedM = 0.7
const movedM = 0.2
const longestPoints = 256

export function createWay(place: Place): Way {
  const found = new Float32Array(2 * longestPoints)
  let target: { readonly x: number; readonly z: number } | null = null
  let isNew = false
  let toldMs = 0
  let lastX = Number.NaN
  let lastZ = Number.NaN

  const from = (x: number, z: number, to: { readonly x: number; readonly z: number }): Float32Array | null => {
    const count = findPath(place.navigation, x, z, to.x, to.z, found)
    if (count === 0 || Math.hypot(found[2 * count - 2] - x, found[2 * count - 1] - z) < arrivedM) return null
    const points = [x, z]
    for (let i = 0; i < count; i++) {
      points.push(found[2 * i], found[2 * i + 1])
      if (i + 1 < count && portalAt(place.navigation.portals, found[2 * i], found[2 * i + 1]) >= 0) points.push(Number.NaN, Number.NaN)
    }
    return Float32Array.from(points)
  }

  return {
    lead(to) {
      target = to
      isNew = true
    },
    next(x, z, nowMs) {
      if (target === null) {
        const wasTaken = isNew
        isNew = false
        return wasTaken ? null : undefined
      }
      if (!isNew && (nowMs - toldMs < everyMs || Math.hypot(x - lastX, z - lastZ) < movedM)) return undefined
      isNew = false
      toldMs = nowMs
      lastX = x
      lastZ = z
      const points = from(x, z, target)
      if (points === null) target = null
      return points
    },
  }
}
