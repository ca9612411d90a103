import type { Sample } from './fragment.ts'

/** An encoded picture or sound as the encoder gave it. */
export type EncodedChunk = {
  readonly bytes: Uint8Array
  /** µs on the common timeline. */
  readonly timestampUs: number
  readonly isKey: boolean
}

/** A sample whose duration is known, because its successor has come. */
export type TimedSample = Sample & {
  /** Ticks of the track. */
  readonly start: number
}

/** How much a sound may come early or late and still count as back to back, seconds. */
const audioSlackS = 0.08
/** A longer silence than this is not stretched over: the muxer ends the segment instead, seconds. */
const mostStretchS = 0.6

/** Holds one sample back until the next one tells how long it lasts: that is how holes are stretched away. */
export interface TrackBuffer {
  /** The held sample, now with its duration; null for the first one, or when the chunk was dropped. */
  push(chunk: EncodedChunk): TimedSample | null
  /** Lets the held sample go with its usual duration and starts over: what follows is not back to back. */
  cut(): TimedSample | null
  /** Start of the held sample in ticks, or null. */
  readonly heldStart: number | null
}

/** Pictures: each lasts until the next one starts. `usualS` is the duration of one without a successor. */
export function createVideoBuffer(timescale: number, usualS: number): TrackBuffer {
  let held: { chunk: EncodedChunk; start: number } | null = null
  return {
    get heldStart() {
      return held?.start ?? null
    },
    push(chunk) {
      const start = toTicks(chunk.timestampUs, timescale)
      if (held && start <= held.start) return null
      const done = held && timed(held.chunk, held.start, start - held.start)
      held = { chunk, start }
      return done
    },
    cut() {
      const done = held && timed(held.chunk, held.start, Math.round(usualS * timescale))
      held = null
      return done
    },
  }
}

/**
 * Sounds: each lasts `frameS`, back to back, for as long as the clock agrees within 80 ms; then one sample is stretched over the
 * hole, or one is dropped. So a microphone whose clock drifts stays in step for a whole day.
 */
export function createAudioBuffer(timescale: number, frameS: (chunk: EncodedChunk) => number): TrackBuffer {
  let held: { chunk: EncodedChunk; start: number; ticks: number } | null = null
  return {
    get heldStart() {
      return held?.start ?? null
    },
    push(chunk) {
      const clock = toTicks(chunk.timestampUs, timescale)
      const slack = audioSlackS * timescale
      const ticks = Math.round(frameS(chunk) * timescale)
      if (!held) {
        held = { chunk, start: clock, ticks }
        return null
      }
      const expected = held.start + held.ticks
      if (clock < expected - slack) return null
      const start = clock > expected + slack ? clock : expected
      const lasts = start - expected > mostStretchS * timescale ? held.ticks : start - held.start
      const done = timed(held.chunk, held.start, lasts)
      held = { chunk, start, ticks }
      return done
    },
    cut() {
      const done = held && timed(held.chunk, held.start, held.ticks)
      held = null
      return done
    },
  }
}

function timed(chunk: EncodedChunk, start: number, duration: number): TimedSample {
  return { bytes: chunk.bytes, isKey: chunk.isKey, start, duration }
}

function toTicks(us: number, timescale: number): number {
  return Math.round((us / 1_000_000) * timescale)
}
