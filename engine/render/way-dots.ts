/**
 * Points at equal steps along a way, x and z in turn, metres. Counted from its end, which is the first of them, so that they stay where they
 * are while somebody walks along it. A pair of NaN in the way parts it: each part is counted from its own end.
 */
export function dotsAlong(way: Float32Array, everyM: number): Float32Array<ArrayBuffer> {
  const dots: number[] = []
  let toNext = 0
  for (let i = way.length - 2; i >= 0; i -= 2) {
    const isPart = i >= 2 && !Number.isNaN(way[i]) && !Number.isNaN(way[i - 2])
    if (!isPart) {
      toNext = 0
      continue
    }
    const dx = way[i - 2] - way[i]
    const dz = way[i - 1] - way[i + 1]
    const length = Math.hypot(dx, dz)
    let along = toNext
    for (; along < length; along += everyM) dots.push(way[i] + (dx * along) / length, way[i + 1] + (dz * along) / length)
    toNext = along - length
  }
  return Float32Array.from(dots)
}
