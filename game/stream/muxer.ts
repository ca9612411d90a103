import type { Bytes } from './boxes.ts'
import { writeFragment, type TrackRun } from './fragment.ts'
import { audioTimescale, audioTrackId, videoTimescale, videoTrackId, writeInitSegment } from './init-segment.ts'
import type { AudioTrack, VideoTrack } from './sample-entry.ts'
import { createAudioBuffer, createVideoBuffer, type EncodedChunk, type TimedSample, type TrackBuffer } from './track-buffer.ts'

/** A piece of a segment that can be sent at once: `moof` + `mdat` with every track's samples of that stretch. */
export type MuxedPart = {
  /** Counts from 0; a number left out means a hole in time that the player must be told of. */
  readonly segment: number
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Seconds of the leading track. */
  readonly durationS: number
  readonly isIndependent: boolean
  readonly bytes: Bytes
}

export type MuxerOptions = {
  readonly hasVideo: boolean
  readonly hasAudio: boolean
  /** A new head: the first one, and again whenever an encoder changed its mind. Parts after it belong to it. */
  readonly onInit: (init: Bytes) => void
  readonly onPart: (part: MuxedPart) => void
  /** The next picture must be a key frame. */
  readonly requestKey: () => void
}

export interface Muxer {
  /** Chunks in decode order. `track` as the encoder's metadata gives it: with the first chunk and on a change. */
  video(chunk: EncodedChunk, track: VideoTrack | null): void
  /** `frameUs` is the chunk's own duration. */
  audio(chunk: EncodedChunk & { readonly frameUs: number }, track: AudioTrack | null): void
  /** Sends what is held: at the end. */
  finish(): void
}

/** Parts aim at a quarter of a second; a picture's jitter may make one a little shorter or longer. */
const partGoalS = 0.2465
/** Without pictures nothing marks a segment: it is cut by length. */
const soundSegmentS = 1
/** A picture standing longer than this is a hole: the segment ends, the next starts at a key frame with a discontinuity. */
const holeS = 0.45
/** Sounds that may wait for a picture: some seconds. */
const mostSounds = 400

/**
 * Writes fragmented MP4 (CMAF-like, both tracks in each part) from encoded chunks. Pictures lead: segments start at their key frames,
 * sounds are laid beside them as they come. Costs one picture of delay, because a sample's length is known by its successor.
 */
export function createMuxer(options: MuxerOptions): Muxer {
  const { hasVideo, hasAudio } = options
  if (!hasVideo && !hasAudio) throw new TypeError('options must ask for video or audio')
  let videoTrack: VideoTrack | null = null
  let audioTrack: AudioTrack | null = null
  let videoBuffer: TrackBuffer | null = null
  let audioBuffer: TrackBuffer | null = null
  let isReady = false
  let sequence = 0
  let segment = 0
  let isFirst = true
  let segmentS = 0
  let leading: TimedSample[] = []
  let sounds: TimedSample[] = []

  function begin(): void {
    isReady = (!hasVideo || videoTrack !== null) && (!hasAudio || audioTrack !== null)
    if (!isReady) return
    videoBuffer = videoTrack && createVideoBuffer(videoTimescale, 0.05)
    audioBuffer = audioTrack && createAudioBuffer(audioTimescale(audioTrack), (chunk) => (chunk as SoundChunk).frameUs / 1_000_000)
    options.onInit(writeInitSegment({ video: videoTrack, audio: audioTrack }))
    if (hasVideo) options.requestKey()
  }

  /** An encoder changed its output: what was held goes out under the old head, then a new one is written. */
  function change(): void {
    if (isReady) breakOff()
    isReady = false
    begin()
  }

  function cut(isLast: boolean): void {
    const timescale = hasVideo ? videoTimescale : audioTimescale(audioTrack as AudioTrack)
    let ticks = 0
    for (const sample of leading) ticks += sample.duration
    const runs: TrackRun[] = []
    if (hasVideo) runs.push({ track: videoTrackId, baseTime: leading[0].start, samples: leading })
    const beside = hasVideo ? takeSounds((leading[0].start + ticks) / timescale) : leading
    if (beside.length > 0) runs.push({ track: audioTrackId, baseTime: beside[0].start, samples: beside })
    const durationS = ticks / timescale
    const isIndependent = leading[0].isKey
    options.onPart({ segment, isFirst, isLast, durationS, isIndependent, bytes: writeFragment(++sequence, runs) })
    leading = []
    segmentS = isLast ? 0 : segmentS + durationS
    isFirst = isLast
    if (isLast) segment++
  }

  function takeSounds(endS: number): TimedSample[] {
    if (!audioTrack) return []
    const end = endS * audioTimescale(audioTrack)
    const count = sounds.findIndex((sound) => sound.start >= end)
    return sounds.splice(0, count < 0 ? sounds.length : count)
  }

  /** Adds a sample of the leading track; `startsNext` says that its successor starts a segment. */
  function lead(sample: TimedSample, timescale: number, startsNext: boolean): void {
    leading.push(sample)
    let ticks = 0
    for (const { duration } of leading) ticks += duration
    if (startsNext || ticks / timescale >= partGoalS) cut(startsNext)
  }

  /** Ends the segment where it is; the number left out tells the origin of the hole. */
  function breakOff(): void {
    const last = (hasVideo ? videoBuffer : audioBuffer)?.cut()
    if (last) leading.push(last)
    if (leading.length > 0) cut(true)
    else if (!isFirst) segment++
    segment++
    isFirst = true
    segmentS = 0
    if (hasVideo) audioBuffer?.cut()
    sounds = []
  }

  return {
    video(chunk, track) {
      if (track && !isSameTrack(track, videoTrack)) {
        videoTrack = track
        change()
      }
      if (!isReady || !videoBuffer) return
      const held = videoBuffer.heldStart
      if (held === null && !chunk.isKey) return
      if (held !== null && chunk.timestampUs / 1_000_000 - held / videoTimescale > holeS) {
        breakOff()
        if (!chunk.isKey) return options.requestKey()
      }
      const done = videoBuffer.push(chunk)
      if (done) lead(done, videoTimescale, chunk.isKey)
    },
    audio(chunk, track) {
      if (track && !isSameTrack(track, audioTrack)) {
        audioTrack = track
        change()
      }
      if (!isReady || !audioBuffer || !audioTrack) return
      const timescale = audioTimescale(audioTrack)
      if (hasVideo) {
        const firstPicture = leading[0]?.start ?? videoBuffer?.heldStart ?? null
        if (firstPicture === null) return
        const done = audioBuffer.push(chunk)
        // Sounds from before the first picture would make the file start with a hole.
        if (done && (sequence > 0 || done.start / timescale >= firstPicture / videoTimescale)) sounds.push(done)
        if (sounds.length > mostSounds) sounds.shift()
        return
      }
      const held = audioBuffer.heldStart
      if (held !== null && chunk.timestampUs / 1_000_000 - held / timescale > holeS) breakOff()
      const done = audioBuffer.push(chunk)
      if (!done) return
      let ticks = done.duration
      for (const { duration } of leading) ticks += duration
      lead(done, timescale, segmentS + ticks / timescale >= soundSegmentS - 0.001)
    },
    finish() {
      if (isReady) breakOff()
    },
  }
}

type SoundChunk = EncodedChunk & { readonly frameUs: number }

function isSameTrack(a: VideoTrack | AudioTrack, b: VideoTrack | AudioTrack | null): boolean {
  if (!b || a.codec !== b.codec) return false
  const one = a.description ?? new Uint8Array(0)
  const other = b.description ?? new Uint8Array(0)
  const isSameShape =
    'width' in a ? 'width' in b && a.width === b.width && a.height === b.height : 'channels' in b && a.channels === b.channels
  return isSameShape && one.length === other.length && one.every((byte, i) => byte === other[i])
}
