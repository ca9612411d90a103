import { cameraError, type CameraErrorCode } from './camera-errors.ts'
import { chooseAudioConfig, chooseVideoConfig } from './choose-config.ts'
import { startEncode } from './encode-client.ts'
import type { EncodeEvent } from './encode/index.ts'
import { readFrames, readSounds } from './media-source.ts'
import { createUploader } from './upload.ts'

export type CameraOptions = {
  /** The counter that this officer holds open. */
  readonly counter: string
  /** From `askCamera`, or a canvas. Stays the caller's: stop its tracks after `stop()`. */
  readonly stream: MediaStream
  /** Lines of the card shown during a private talk: "Petugas sedang melayani A-001", "Silakan tunggu". */
  readonly slate: readonly string[]
  /** Begin with the card, because a talk is going on already. */
  readonly isSlate?: boolean
  readonly fetch?: typeof fetch
  readonly onEvent?: (event: CameraEvent) => void
}

export type CameraStats = {
  readonly videoCodec: string | null
  readonly audioCodec: string | null
  /** Pictures encoded and left out since the last stats, one second ago. */
  readonly framesPerSecond: number
  readonly droppedFrames: number
  readonly bitsPerSecond: number
  readonly droppedParts: number
  readonly restarts: number
  /** Seconds of pictures that wait for the uplink. */
  readonly waitingS: number
  readonly isSlate: boolean
}

export type CameraEvent =
  | { readonly type: 'playlist'; readonly playlist: string }
  | { readonly type: 'stats'; readonly stats: CameraStats }
  /** `fatal`: the session has stopped itself. The sentence stands in `cameraErrors`; `detail` is for the log. */
  | { readonly type: 'problem'; readonly code: CameraErrorCode; readonly fatal: boolean; readonly detail: string }

export interface CameraSession {
  /**
   * Puts the card in the camera's place, or takes it away. When the promise settles no picture and no sound enters the
   * public stream any more: start the private talk only then.
   */
  setSlate(isSlate: boolean, lines?: readonly string[]): Promise<void>
  stop(): void
}

/**
 * Encodes the stream's tracks and sends them to the counter until `stop`.
 * @throws CodedError from `cameraErrors`, when nothing at all can be sent
 */
export async function startCamera(options: CameraOptions): Promise<CameraSession> {
  const { stream, onEvent = () => {} } = options
  const [videoTrack = null] = stream.getVideoTracks()
  const [audioTrack = null] = stream.getAudioTracks()
  const problem = (code: CameraErrorCode, fatal: boolean, detail = ''): void => onEvent({ type: 'problem', code, fatal, detail })

  if (!globalThis.isSecureContext) throw cameraError('insecure-origin')
  if (typeof VideoEncoder === 'undefined' && typeof AudioEncoder === 'undefined') throw cameraError('no-webcodecs')
  if (!videoTrack && !audioTrack) throw cameraError('nothing-to-send')
  const videoConfig = videoTrack && (await chooseVideoConfig(videoTrack))
  const audioConfig = audioTrack && (await chooseAudioConfig(audioTrack))
  if (videoTrack && !videoConfig) {
    if (!audioConfig) throw cameraError('no-video-codec')
    problem('no-video-codec', false)
  }
  if (audioTrack && !audioConfig) {
    if (!videoConfig) throw cameraError('no-audio-codec')
    problem('no-audio-codec', false)
  }

  const frames = videoTrack && videoConfig && readFrames(videoTrack)
  const sounds = audioTrack && audioConfig && readSounds(audioTrack)
  let lines = options.slate
  let isSlate = options.isSlate ?? false
  let isStopped = false
  let seen = { encoded: 0, dropped: 0, bytes: 0 }

  const uploader = createUploader({
    counter: options.counter,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    requestKey: () => encode.requestKey(),
    onPlaylist: (playlist) => onEvent({ type: 'playlist', playlist }),
    onProblem(code, detail) {
      if (code === 'upload-refused' || code === 'stream-replaced') fail(code, detail)
      else problem(code, false, detail)
    },
  })

  const setup = {
    video: frames && videoConfig ? { config: videoConfig, frames: frames.readable } : null,
    audio: sounds && audioConfig ? { config: audioConfig, sounds: sounds.readable } : null,
    slate: isSlate ? lines : null,
  }
  uploader.setSlate(isSlate)
  const encode = await startEncode(setup, hear).catch((error) => {
    uploader.stop()
    throw cameraError('encoder-failed', String(error))
  })

  function hear(event: EncodeEvent): void {
    if (isStopped) return
    if (event.type === 'init') uploader.init(event.init, event.request)
    else if (event.type === 'part') uploader.part(event.part)
    else if (event.type === 'failed') fail('encoder-failed', event.message)
    else if (event.type === 'ended') {
      if (event.source === 'video') fail('camera-ended')
      else problem('microphone-ended', false)
    } else if (event.type === 'frames') tellStats(event)
  }

  function tellStats(counts: { encoded: number; dropped: number }): void {
    const { sentBytes, droppedParts, restarts, waitingS } = uploader.stats
    const stats: CameraStats = {
      videoCodec: videoConfig?.codec ?? null,
      audioCodec: audioConfig?.codec ?? null,
      framesPerSecond: counts.encoded - seen.encoded,
      droppedFrames: counts.dropped - seen.dropped,
      bitsPerSecond: (sentBytes - seen.bytes) * 8,
      droppedParts,
      restarts,
      waitingS,
      isSlate,
    }
    seen = { ...counts, bytes: sentBytes }
    onEvent({ type: 'stats', stats })
  }

  function fail(code: CameraErrorCode, detail = ''): void {
    if (isStopped) return
    stop()
    problem(code, true, detail)
  }

  function stop(isReload = false): void {
    if (isStopped) return
    isStopped = true
    globalThis.removeEventListener('pagehide', leave)
    encode.stop()
    uploader.stop(isReload)
    frames?.close()
    sounds?.close()
  }
  // A reload must not end the stream for those who watch; a page that stays away falls silent, and the server ends it after ten seconds.
  const leave = (): void => stop(true)
  globalThis.addEventListener('pagehide', leave)

  return {
    async setSlate(wanted, newLines) {
      lines = newLines ?? lines
      isSlate = wanted
      if (isStopped) return
      await encode.setSlate(wanted ? lines : null)
      uploader.setSlate(wanted)
    },
    stop: () => stop(),
  }
}
