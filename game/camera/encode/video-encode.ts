import { createTimeline, picture, type VideoTrack } from '../../stream/index.ts'
import { createSlateCard, type SlateCard } from './slate-card.ts'

export type VideoEncodeOptions = {
  readonly config: VideoEncoderConfig
  readonly frames: ReadableStream<VideoFrame>
  /** µs on the loop's clock. */
  readonly nowUs: () => number
  readonly onChunk: (chunk: { bytes: Uint8Array; timestampUs: number; isKey: boolean }, track: VideoTrack | null) => void
  readonly onEnded: () => void
  readonly onFailed: (message: string) => void
}

export interface VideoEncode {
  readonly counts: { encoded: number; dropped: number }
  requestKey(): void
  /** From the moment this returns the encoder sees the card (or, with null, the camera again). */
  setSlate(lines: readonly string[] | null): void
  stop(): void
}

const gopUs = 1_000_000
/** A picture that stands this long is encoded again: players must not starve. */
const standUs = 240_000
const watchMs = 40
/** More frames than this inside the encoder: it is too slow, the next one is left out. */
const mostQueued = 2
const frameUs = 1_000_000 / picture.framesPerSecond

/** Encodes a track's pictures, a key frame each second, never faster than the set rate; stands in with a card while slated. */
export function startVideoEncode(options: VideoEncodeOptions): VideoEncode {
  const { config, nowUs, onChunk } = options
  const size = { width: config.width, height: config.height }
  const counts = { encoded: 0, dropped: 0 }
  const timeline = createTimeline()
  const reader = options.frames.getReader()
  let encoder = open()
  let openedUs = nowUs()
  let lastUs = Number.NEGATIVE_INFINITY
  let lastKeyUs = Number.NEGATIVE_INFINITY
  let isKeyWanted = true
  let card: SlateCard | null = null
  let held: VideoFrame | null = null
  let fitting: OffscreenCanvas | null = null
  let isStopped = false

  function open(): VideoEncoder {
    const fresh = new VideoEncoder({
      output(chunk, metadata) {
        const bytes = new Uint8Array(chunk.byteLength)
        chunk.copyTo(bytes)
        const told = metadata?.decoderConfig
        const description = told?.description ? bytesOf(told.description) : null
        const track = told ? { codec: told.codec, ...size, description } : null
        onChunk({ bytes, timestampUs: chunk.timestamp, isKey: chunk.type === 'key' }, track)
      },
      error(error) {
        if (isStopped || fresh !== encoder) return
        // Hardware encoders die with the driver; one that dies at once again is not worth a third try.
        if (nowUs() - openedUs < 10_000_000) return options.onFailed(String(error))
        openedUs = nowUs()
        encoder = open()
        isKeyWanted = true
      },
    })
    fresh.configure(config)
    return fresh
  }

  /** Encodes the frame under its place on the loop's clock; does not close it. */
  function feed(frame: VideoFrame, timestampUs: number): void {
    if (encoder.state !== 'configured' || timestampUs <= lastUs) return
    if (encoder.encodeQueueSize > mostQueued) {
      counts.dropped++
      return
    }
    const isKey = isKeyWanted || timestampUs - lastKeyUs >= gopUs - frameUs / 2
    const placed = new VideoFrame(frame, { timestamp: timestampUs })
    encoder.encode(placed, { keyFrame: isKey })
    placed.close()
    counts.encoded++
    lastUs = timestampUs
    if (isKey) {
      lastKeyUs = timestampUs
      isKeyWanted = false
    }
  }

  async function read(): Promise<void> {
    for (;;) {
      const { value: frame, done } = await reader.read()
      if (done || isStopped) {
        frame?.close()
        break
      }
      const timestampUs = timeline.place(frame.timestamp, nowUs(), lastUs)
      // Nothing of a private talk is kept, not even for the next picture after it.
      const isTaken = card === null && timestampUs !== null && timestampUs - lastUs >= frameUs * 0.85
      if (isTaken) {
        const fitted = fit(frame)
        feed(fitted, timestampUs)
        held?.close()
        held = fitted.clone()
        if (fitted !== frame) fitted.close()
      }
      frame.close()
    }
    if (!isStopped) options.onEnded()
  }

  /** The encoder scales by itself, but would squash a source that was turned: that one is drawn with bars. */
  function fit(frame: VideoFrame): VideoFrame {
    const { displayWidth, displayHeight } = frame
    if (Math.abs(displayWidth / displayHeight / (size.width / size.height) - 1) < 0.03) return frame
    fitting ??= new OffscreenCanvas(size.width, size.height)
    const context = fitting.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D
    const scale = Math.min(size.width / displayWidth, size.height / displayHeight)
    const [width, height] = [displayWidth * scale, displayHeight * scale]
    context.fillRect(0, 0, size.width, size.height)
    context.drawImage(frame, (size.width - width) / 2, (size.height - height) / 2, width, height)
    return new VideoFrame(fitting, { timestamp: frame.timestamp })
  }

  const watch = setInterval(() => {
    const now = Math.round(nowUs())
    if (now - lastUs < standUs - (watchMs * 1000) / 2) return
    const standIn = card ? card.frame(now) : held?.clone()
    if (!standIn) return
    feed(standIn, now)
    standIn.close()
  }, watchMs)

  void read().catch((error) => {
    if (!isStopped) options.onFailed(String(error))
  })

  return {
    counts,
    requestKey() {
      isKeyWanted = true
    },
    setSlate(lines) {
      card = lines && createSlateCard(lines, size)
      held?.close()
      held = null
      // A new segment, so that nobody who joins later decodes a picture from the other side of the curtain.
      isKeyWanted = true
      if (!card) return
      const now = Math.max(Math.round(nowUs()), lastUs + 1000)
      const frame = card.frame(now)
      feed(frame, now)
      frame.close()
    },
    stop() {
      isStopped = true
      clearInterval(watch)
      held?.close()
      void reader.cancel().catch(() => {})
      if (encoder.state !== 'closed') encoder.close()
    },
  }
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice()
}
