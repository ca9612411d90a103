/** Places one source's timestamps on the stream's common timeline. */
export interface Timeline {
  /**
   * @param timestampUs the source's own clock, µs, any epoch
   * @param arrivalUs when it came, on the common clock, µs
   * @param notBeforeUs up to where the stream is filled already, µs on the common clock
   * @returns µs on the common clock, larger than the last one given; null when it comes too late for its place
   */
  place(timestampUs: number, arrivalUs: number, notBeforeUs: number): number | null
}

/** A source whose clock is this far from its arrival has started anew (a camera unplugged and back, a machine that slept). */
const jumpUs = 2_000_000
/** A source that is late for this long is late for good (its clock lost time): it gets a new anchor. */
const patienceUs = 500_000

/** Camera and microphone count from different epochs: each is anchored at its own first arrival. */
export function createTimeline(): Timeline {
  let offset: number | null = null
  let last = Number.NEGATIVE_INFINITY
  let lateSince: number | null = null
  return {
    place(timestampUs, arrivalUs, notBeforeUs) {
      if (offset === null || Math.abs(timestampUs + offset - arrivalUs) > jumpUs) offset = arrivalUs - timestampUs
      const isLate = timestampUs + offset < notBeforeUs
      if (isLate) {
        lateSince ??= arrivalUs
        if (arrivalUs - lateSince < patienceUs) return null
        offset = arrivalUs - timestampUs
      }
      lateSince = null
      const placed = Math.round(timestampUs + offset)
      if (placed <= last || placed < notBeforeUs) return null
      last = placed
      return placed
    },
  }
}
