/** a b c d e f, as a canvas takes them. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `q`, then `p`. */
export const multiply = (p: Matrix, q: Matrix): Matrix => [
  p[0] * q[0] + p[2] * q[1],
  p[1] * q[0] + p[3] * q[1],
  p[0] * q[2] + p[2] * q[3],
  p[1] * q[2] + p[3] * q[3],
  p[0] * q[4] + p[2] * q[5] + p[4],
  p[1] * q[4] + p[3] * q[5] + p[5],
]

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const kinds: Readonly<Record<string, (v: readonly number[]) => Matrix>> = {
  matrix: (v) => [v[0], v[1], v[2], v[3], v[4], v[5]],
  translate: ([x, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x, y = x]) => [x, 0, 0, y, 0, 0],
  skewX: ([degrees]) => [1, 0, Math.tan(radians(degrees)), 1, 0, 0],
  skewY: ([degrees]) => [1, Math.tan(radians(degrees)), 0, 1, 0, 0],
  rotate([degrees, x = 0, y = 0]) {
    const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
    return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
  },
}

/** Reads an SVG `transform`. @throws TypeError for one that the sources have not used so far */
export function readTransform(transform: string): Matrix {
  let matrix = identity
  for (const [, name, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    if (kinds[name] === undefined) throw new TypeError(`a picture holds the transform ${name}: teach assets/art/svg-matrix.ts what it does`)
    matrix = multiply(
      matrix,
      kinds[name](
        list
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      ),
    )
  }
  return matrix
}
