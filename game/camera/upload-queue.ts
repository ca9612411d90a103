import { concat, type Bytes, type MuxedPart } from '../stream/index.ts'

/** One upload: the part's place in the sender's own count, and one or more parts of the muxer laid end to end. */
export type UploadBatch = {
  readonly segment: number
  readonly part: number
  readonly durationS: number
  readonly isIndependent: boolean
  readonly isLast: boolean
  readonly bytes: Bytes
}

/** Parts waiting for the uplink. On a slow one it is better to leave some out than to fall behind for ever. */
export interface UploadQueue {
  push(part: MuxedPart): void
  /**
   * The next upload, or null. Parts that wait together in one segment go together (at most a second), so that a far server's
   * round trip does not limit the rate.
   */
  take(): UploadBatch | null
  /** Gives up what cannot be played any more after a loss, up to the next segment's start. */
  skipSegment(): void
  /** Leaves parts out until less than `mostS` wait: what stays starts with a segment. Gives how many went. */
  dropBehind(mostS: number): number
  readonly waitingS: number
  /** True when nothing can be sent until a segment starts, and none is about to by itself: a key frame helps. */
  readonly needsKey: boolean
}

const mostBatchS = 1

export function createUploadQueue(): UploadQueue {
  let parts: MuxedPart[] = []
  let isBroken = true
  let isNextFirst = true
  let index = 0

  const waiting = (): number => parts.reduce((sum, part) => sum + part.durationS, 0)

  function skipSegment(): void {
    isBroken = true
    const next = parts.findIndex((part) => part.isFirst)
    parts = next < 0 ? [] : parts.slice(next)
  }

  return {
    get waitingS() {
      return waiting()
    },
    get needsKey() {
      return isBroken && parts.length === 0 && !isNextFirst
    },
    push(part) {
      isNextFirst = part.isLast
      // After a loss the rest of that segment is of no use to anybody.
      if (isBroken && parts.length === 0 && !part.isFirst) return
      parts.push(part)
    },
    take() {
      if (isBroken && parts.length > 0 && !parts[0].isFirst) skipSegment()
      const first = parts.shift()
      if (!first) return null
      isBroken = false
      const batch = [first]
      let durationS = first.durationS
      while (parts[0] && parts[0].segment === first.segment && durationS + parts[0].durationS <= mostBatchS) {
        const more = parts.shift() as MuxedPart
        batch.push(more)
        durationS += more.durationS
      }
      index = first.isFirst ? 0 : index + 1
      const isLast = batch[batch.length - 1].isLast
      const bytes = batch.length === 1 ? first.bytes : concat(batch.map((part) => part.bytes))
      return { segment: first.segment, part: index, durationS, isIndependent: first.isIndependent, isLast, bytes }
    },
    skipSegment,
    dropBehind(mostS) {
      if (waiting() <= mostS) return 0
      const before = parts.length
      const newest = parts.findLastIndex((part) => part.isFirst)
      isBroken = true
      parts = newest < 0 ? [] : parts.slice(newest)
      return before - parts.length
    },
  }
}
