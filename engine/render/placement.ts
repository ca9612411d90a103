/** Rectangles of the screen that are taken, so that no text lies on another. Whole pixels: they are handed on without becoming objects. */
export type Placement = {
  clear(): void
  /** Takes the rectangle if it is free; false when it touches one that is taken, or all places are gone. */
  claim(left: number, top: number, right: number, bottom: number): boolean
  /** Takes the rectangle, free or not, for what is drawn anyway. */
  reserve(left: number, top: number, right: number, bottom: number): void
}

export function createPlacement(capacity: number): Placement {
  const edges = new Float32Array(capacity * 4)
  let count = 0
  const take = (left: number, top: number, right: number, bottom: number): boolean => {
    if (count === capacity) return false
    edges[count * 4] = left
    edges[count * 4 + 1] = top
    edges[count * 4 + 2] = right
    edges[count * 4 + 3] = bottom
    count++
    return true
  }
  return {
    clear() {
      count = 0
    },
    claim(left, top, right, bottom) {
      for (let i = 0; i < count * 4; i += 4) {
        if (left < edges[i + 2] && right > edges[i] && top < edges[i + 3] && bottom > edges[i + 1]) return false
      }
      return take(left, top, right, bottom)
    },
    reserve: take,
  }
}
