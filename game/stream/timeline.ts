/** Places one source's timestamps on the stream's common timeline. */
export interface Timeline {
  /**
   * @param timestampUs the source's own clock, µs, any epoch
   * @param arrivalUs when it came, on the common clock, µs
   * @returns µs on the common clock, larger than the last one given; null when the picture or sound came too late to be placed
   */
  place(timestampUs: number, arrivalUs: number): number | null
}

/** A source whose clock is this far from its arrival has started anew (a camera unplugged and back, a machine that slept). */
const jumpUs = 2_000_000

/** Camera and microphone count from different epochs: each is anchored at its own first arrival. */
export function createTimeline(): Timeline {
  let offset: number | null = null
  let last = Number.NEGATIVE_INFINITY
  return {
    place(timestampUs, arrivalUs) {
      if (offset === null || Math.abs(timestampUs + offset - arrivalUs) > jumpUs) offset = arrivalUs - timestampUs
      const placed = Math.round(timestampUs + offset)
      if (placed <= last) return null
      last = placed
      return placed
    },
  }
}
