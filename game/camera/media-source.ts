import { picture } from '../stream/index.ts'

/** Frames or sounds of one track as a stream; `close` ends it. Whoever reads a frame closes it. */
export type MediaSourceStream<Data> = { readonly readable: ReadableStream<Data>; close(): void }

/** The pictures of a track. Without insertable streams a hidden video element plays the track and is photographed. */
export function readFrames(track: MediaStreamTrack): MediaSourceStream<VideoFrame> {
  if (typeof MediaStreamTrackProcessor !== 'undefined') {
    return { readable: new MediaStreamTrackProcessor<VideoFrame>({ track, maxBufferSize: 2 }).readable, close: () => {} }
  }
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  let isOpen = true
  const gapMs = 1000 / picture.framesPerSecond
  const readable = new ReadableStream<VideoFrame>({
    start(controller) {
      let lastMs = 0
      const take = (): void => {
        if (!isOpen) return
        const nowMs = performance.now()
        // A reader that lags behind gets no queue of old pictures.
        if (video.readyState >= 2 && nowMs - lastMs >= gapMs * 0.8 && (controller.desiredSize ?? 0) > 0) {
          lastMs = nowMs
          controller.enqueue(new VideoFrame(video, { timestamp: Math.round(nowMs * 1000) }))
        }
        next()
      }
      const next = (): void => {
        if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(take)
        else setTimeout(take, gapMs / 2)
      }
      track.addEventListener('ended', () => {
        if (isOpen) controller.close()
        isOpen = false
      })
      void video.play().catch(() => {})
      next()
    },
    cancel: close,
  })
  function close(): void {
    isOpen = false
    video.srcObject = null
  }
  return { readable, close }
}

/** The sounds of a track, mono. Without insertable streams an audio graph on the page is tapped. */
export function readSounds(track: MediaStreamTrack): MediaSourceStream<AudioData> {
  if (typeof MediaStreamTrackProcessor !== 'undefined') {
    return { readable: new MediaStreamTrackProcessor<AudioData>({ track }).readable, close: () => {} }
  }
  const context = new AudioContext()
  const source = context.createMediaStreamSource(new MediaStream([track]))
  // Deprecated, but the one tap that needs no second file and is everywhere; it runs only where the better way is missing.
  const tap = context.createScriptProcessor(1024, 1, 1)
  const mute = context.createGain()
  mute.gain.value = 0
  const readable = new ReadableStream<AudioData>({
    start(controller) {
      tap.onaudioprocess = ({ inputBuffer }) => {
        if ((controller.desiredSize ?? 0) < -50) return
        const samples = new Float32Array(inputBuffer.getChannelData(0))
        const timestamp = Math.round(performance.now() * 1000)
        const { sampleRate } = inputBuffer
        controller.enqueue(
          new AudioData({
            format: 'f32-planar',
            sampleRate,
            numberOfFrames: samples.length,
            numberOfChannels: 1,
            timestamp,
            data: samples,
          }),
        )
      }
      source.connect(tap).connect(mute).connect(context.destination)
      track.addEventListener('ended', close)
    },
    cancel: close,
  })
  function close(): void {
    tap.onaudioprocess = null
    void context.close().catch(() => {})
  }
  return { readable, close }
}
