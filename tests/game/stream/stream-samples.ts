import { createMuxer, type AudioTrack, type Bytes, type MuxedPart, type Muxer, type VideoTrack } from '../../../game/stream/index.ts'

export const avc: VideoTrack = {
  codec: 'avc1.42001f',
  width: 640,
  height: 480,
  description: Uint8Array.of(1, 0x42, 0, 0x1f, 0xff, 0xe1, 0, 0, 0),
}
export const opus: AudioTrack = { codec: 'opus', sampleRate: 48_000, channels: 1, description: null }

export type Muxed = { muxer: Muxer; inits: Bytes[]; parts: MuxedPart[]; keyRequests: () => number }

export function collect(tracks: { hasVideo: boolean; hasAudio: boolean }): Muxed {
  const inits: Bytes[] = []
  const parts: MuxedPart[] = []
  let requests = 0
  const muxer = createMuxer({
    ...tracks,
    onInit: (init) => inits.push(init),
    onPart: (part) => parts.push(part),
    requestKey: () => requests++,
  })
  return { muxer, inits, parts, keyRequests: () => requests }
}

/** A picture whose bytes tell which one it was. */
export function picture(frame: number, timestampMs: number, isKey: boolean) {
  return { bytes: Uint8Array.of(0xf0, frame & 255, frame >> 8, isKey ? 1 : 0), timestampUs: timestampMs * 1000, isKey }
}

export function sound(timestampMs: number) {
  return { bytes: Uint8Array.of(0xa0, 1, 2), timestampUs: timestampMs * 1000, isKey: true, frameUs: 20_000 }
}

/** Twenty pictures a second from `fromMs` for `count`, a key frame each second. */
export function feedPictures(muxer: Muxer, options: { fromMs: number; count: number; skip?: (frame: number) => boolean }): void {
  for (let frame = 0; frame < options.count; frame++) {
    if (options.skip?.(frame)) continue
    muxer.video(picture(frame, options.fromMs + frame * 50, frame % 20 === 0), frame === 0 ? avc : null)
  }
}

/** Parts as an officer's browser would upload them, pictures only. */
export function sampleStream(seconds: number): { init: Bytes; parts: MuxedPart[] } {
  const { muxer, inits, parts } = collect({ hasVideo: true, hasAudio: false })
  feedPictures(muxer, { fromMs: 0, count: seconds * 20 + 1 })
  return { init: inits[0], parts }
}
