/** The last places of a pair of feet, to the bit: somebody who follows with a delay must be at one of them. */
export type Trail = {
  add(x: number, y: number, z: number): void
  /** How many steps ago the feet were exactly there, 0 is now; -1: never. */
  stepsSince(x: number, y: number, z: number): number
  /** The newest place, null before the first. */
  last(): { x: number; z: number } | null
  clear(): void
}

/** A little more than the longest delay with which others are shown, in ticks. */
const length = 48

export function createTrail(): Trail {
  const places = new Float32Array(length * 3)
  let count = 0
  const slotOf = (stepsAgo: number): number => ((count - 1 - stepsAgo) % length) * 3
  return {
    add(x, y, z) {
      if (count > 0) {
        const slot = slotOf(0)
        if (places[slot] === x && places[slot + 1] === y && places[slot + 2] === z) return
      }
      count += 1
      places.set([x, y, z], slotOf(0))
    },
    stepsSince(x, y, z) {
      for (let steps = 0; steps < Math.min(count, length); steps++) {
        const slot = slotOf(steps)
        if (places[slot] === x && places[slot + 1] === y && places[slot + 2] === z) return steps
      }
      return -1
    },
    last: () => (count === 0 ? null : { x: places[slotOf(0)], z: places[slotOf(0) + 2] }),
    clear() {
      count = 0
    },
  }
}
