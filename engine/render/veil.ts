import { packColor } from './color.ts'
import type { Motion } from './motion.ts'

/** The background's colour over a picture that has just become another, and goes: instead of a leap. */
export type Veil = {
  /** Draws it over the next frames. */
  begin(background: number): void
  /** Colour at `nowMs`, 0 for none. */
  at(nowMs: number): number
  /** False when the last colour asked for was its last. */
  isUp(): boolean
}

const veilMs = 160

export function createVeil(motion: Readonly<Motion>): Veil {
  let colour = 0
  let sinceMs = Number.NaN
  let isUp = false
  return {
    begin(background) {
      if (motion.isReduced) return
      colour = background
      sinceMs = Number.NaN
      isUp = true
    },
    at(nowMs) {
      if (!isUp) return 0
      // From the first frame that shows it: building a storey takes time.
      if (Number.isNaN(sinceMs)) sinceMs = nowMs
      const left = 1 - (nowMs - sinceMs) / veilMs
      if (left <= 0) isUp = false
      return left <= 0 ? 0 : packColor(colour, left)
    },
    isUp: () => isUp,
  }
}
