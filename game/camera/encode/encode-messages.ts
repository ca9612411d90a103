import type { StreamStartRequest } from '../../api/index.ts'
import type { Bytes, MuxedPart } from '../../stream/index.ts'

/** What the encode loop is given; its two readables are transferred to the worker. */
export type EncodeSetup = {
  readonly video: { readonly config: VideoEncoderConfig; readonly frames: ReadableStream<VideoFrame> } | null
  readonly audio: { readonly config: AudioEncoderConfig; readonly sounds: ReadableStream<AudioData> } | null
  /** Lines of the card to begin with; null begins with the camera. */
  readonly slate: readonly string[] | null
}

/** Page → loop. */
export type EncodeCommand =
  | { readonly type: 'start'; readonly setup: EncodeSetup }
  /** Answered by `slated` with the same `id`, when no camera picture and no sound enters the encoders any more (or again). */
  | { readonly type: 'slate'; readonly id: number; readonly lines: readonly string[] | null }
  | { readonly type: 'key' }
  | { readonly type: 'stop' }

/** Loop → page. */
export type EncodeEvent =
  | { readonly type: 'init'; readonly init: Bytes; readonly request: StreamStartRequest }
  | { readonly type: 'part'; readonly part: MuxedPart }
  | { readonly type: 'slated'; readonly id: number }
  | { readonly type: 'frames'; readonly encoded: number; readonly dropped: number }
  | { readonly type: 'ended'; readonly source: 'video' | 'audio' }
  | { readonly type: 'failed'; readonly message: string }
