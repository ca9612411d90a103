/** Rounds to float32. State is stored in Float32Arrays; rounding at once keeps every machine on the same bits. */
export const toFloat32: (value: number) => number = Math.fround

/** How many walking directions there are. 0 is +x, then counter-clockwise towards +z, 11.25° each. */
export const directionCount = 32

/**
 * Unit vectors of the 32 directions, x and z apart, float32. Made from square roots alone:
 * IEEE 754 fixes the result of sqrt to the last bit, but not that of sin and cos.
 */
export const directionX = new Float32Array(directionCount)
export const directionZ = new Float32Array(directionCount)

function fillDirections(): void {
  // cos(θ/2) = sqrt((1 + cos θ) / 2): from 90° down to 11.25°.
  const half = (cosine: number): number => Math.sqrt((1 + cosine) / 2)
  const cos45 = Math.sqrt(0.5)
  const cos22 = half(cos45)
  const cos11 = half(cos22)
  const sin = (cosine: number): number => Math.sqrt(1 - cosine * cosine)
  const cos33 = cos22 * cos11 - sin(cos22) * sin(cos11)
  const quarter = [1, cos11, cos22, cos33, cos45, sin(cos33), sin(cos22), sin(cos11)]
  for (let i = 0; i < 8; i++) {
    const c = quarter[i]
    const s = i === 0 ? 0 : quarter[8 - i]
    directionX[i] = c
    directionZ[i] = s
    directionX[i + 8] = -s
    directionZ[i + 8] = c
    directionX[i + 16] = -c
    directionZ[i + 16] = -s
    directionX[i + 24] = s
    directionZ[i + 24] = -c
  }
}
fillDirections()

/** Index (0 to 31) of the direction closest to the vector (x, z). The zero vector gives 0. */
export function nearestDirection(x: number, z: number): number {
  let best = 0
  let bestDot = Number.NEGATIVE_INFINITY
  for (let i = 0; i < directionCount; i++) {
    const dot = directionX[i] * x + directionZ[i] * z
    if (dot > bestDot) {
      bestDot = dot
      best = i
    }
  }
  return best
}
