import { createTimeline, type AudioTrack } from '../../stream/index.ts'

export type AudioEncodeOptions = {
  readonly config: AudioEncoderConfig
  readonly sounds: ReadableStream<AudioData>
  /** µs on the loop's clock. */
  readonly nowUs: () => number
  readonly onChunk: (chunk: { bytes: Uint8Array; timestampUs: number; isKey: boolean; frameUs: number }, track: AudioTrack | null) => void
  readonly onEnded: () => void
  readonly onFailed: (message: string) => void
}

export interface AudioEncode {
  /** From the moment this returns the encoder hears silence (or, with false, the microphone again). */
  setSilent(isSilent: boolean): void
  stop(): void
}

/** The microphone's clock may differ this much from its samples before silence is put in or a piece is left out. */
const slackUs = 60_000
/** Nothing heard for this long: silence is made, because a player stops where one of its tracks ends. */
const patienceUs = 200_000
/** After a longer pause (the machine slept) the count starts anew. */
const mostFillUs = 2_000_000

/**
 * Encodes a track's sound as one channel. The encoder is fed without a hole whatever the microphone does:
 * encoders count samples, not time.
 */
export function startAudioEncode(options: AudioEncodeOptions): AudioEncode {
  const { nowUs, onChunk } = options
  const timeline = createTimeline()
  const reader = options.sounds.getReader()
  let { sampleRate } = options.config
  let isSilent = false
  let isStopped = false
  /** Where the samples fed so far end, µs. */
  let endUs = nowUs()

  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      const bytes = new Uint8Array(chunk.byteLength)
      chunk.copyTo(bytes)
      const told = metadata?.decoderConfig
      const description = told?.description ? bytesOf(told.description) : null
      const track = told ? { codec: told.codec, sampleRate: told.sampleRate, channels: told.numberOfChannels, description } : null
      const usualUs = options.config.codec === 'opus' ? 20_000 : (1024 / sampleRate) * 1_000_000
      onChunk({ bytes, timestampUs: chunk.timestamp, isKey: true, frameUs: chunk.duration || usualUs }, track)
    },
    error: (error) => {
      if (!isStopped) options.onFailed(String(error))
    },
  })
  encoder.configure(options.config)

  function feed(samples: Float32Array<ArrayBuffer>): void {
    if (encoder.state !== 'configured' || samples.length === 0) return
    const shape = { format: 'f32-planar', sampleRate, numberOfFrames: samples.length, numberOfChannels: 1 } as const
    const data = new AudioData({ ...shape, timestamp: Math.round(endUs), data: samples })
    encoder.encode(data)
    data.close()
    endUs += (samples.length / sampleRate) * 1_000_000
  }

  function fill(untilUs: number): void {
    if (untilUs - endUs > mostFillUs) {
      endUs = untilUs
      return
    }
    const piece = Math.round(sampleRate / 50)
    while (untilUs - endUs >= 20_000) feed(new Float32Array(piece))
  }

  function take(data: AudioData): void {
    if (data.sampleRate !== sampleRate) {
      sampleRate = data.sampleRate
      encoder.configure({ ...options.config, sampleRate })
    }
    const placed = timeline.place(data.timestamp, nowUs(), endUs - slackUs)
    if (placed === null) return
    if (placed > endUs + slackUs) fill(placed)
    const samples = new Float32Array(data.numberOfFrames)
    if (!isSilent) data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    feed(samples)
  }

  async function read(): Promise<void> {
    for (;;) {
      const { value: data, done } = await reader.read()
      if (data && !isStopped) take(data)
      data?.close()
      if (done || isStopped) break
    }
    if (!isStopped) options.onEnded()
  }

  const watch = setInterval(() => {
    if (nowUs() - endUs > patienceUs) fill(nowUs() - patienceUs / 2)
  }, 50)

  void read().catch((error) => {
    if (!isStopped) options.onFailed(String(error))
  })

  return {
    setSilent(wanted) {
      isSilent = wanted
    },
    stop() {
      isStopped = true
      clearInterval(watch)
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
