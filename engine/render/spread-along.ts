import type { GroundPoint } from './stage-options.ts'

/** Points at equal steps along a broken line, its ends left out: the feet and the target mark are there. */
export function spreadAlong(points: readonly GroundPoint[], everyM: number): GroundPoint[] {
  const result: GroundPoint[] = []
  let toNext = everyM
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]
    const to = points[i]
    const length = Math.hypot(to.x - from.x, to.z - from.z)
    let along = toNext
    for (; along < length; along += everyM) {
      result.push({ x: from.x + ((to.x - from.x) * along) / length, z: from.z + ((to.z - from.z) * along) / length })
    }
    toNext = along - length
  }
  return result
}
