import { createMuxer, picture, voice, type AudioTrack, type VideoTrack } from '../../stream/index.ts'
import { startAudioEncode, type AudioEncode } from './audio-encode.ts'
import type { EncodeCommand, EncodeEvent, EncodeSetup } from './encode-messages.ts'
import { startVideoEncode, type VideoEncode } from './video-encode.ts'

/** Runs encoders and muxer for commands; the same in a worker and on the page. `emit` may transfer the buffers of its second argument. */
export function createEncodeLoop(emit: (event: EncodeEvent, transfer: ArrayBuffer[]) => void): (command: EncodeCommand) => void {
  let running: { video: VideoEncode | null; audio: AudioEncode | null; stop(): void } | null = null
  return (command) => {
    if (command.type === 'start') {
      running?.stop()
      running = start(command.setup, emit)
      return
    }
    if (command.type === 'slate') {
      running?.audio?.setSilent(command.lines !== null)
      running?.video?.setSlate(command.lines)
      return emit({ type: 'slated', id: command.id }, [])
    }
    if (command.type === 'key') return running?.video?.requestKey()
    running?.stop()
    running = null
  }
}

function start(setup: EncodeSetup, emit: (event: EncodeEvent, transfer: ArrayBuffer[]) => void) {
  const nowUs = (): number => performance.now() * 1000
  const onFailed = (message: string): void => emit({ type: 'failed', message }, [])
  let videoTrack: VideoTrack | null = null
  let audioTrack: AudioTrack | null = null
  let video: VideoEncode | null = null
  let audio: AudioEncode | null = null

  const muxer = createMuxer({
    hasVideo: setup.video !== null,
    hasAudio: setup.audio !== null,
    requestKey: () => video?.requestKey(),
    onInit(init) {
      const bandwidth = (videoTrack ? picture.bitsPerSecond : 0) + (audioTrack ? voice.bitsPerSecond : 0)
      const request = {
        video: videoTrack && { codec: videoTrack.codec, width: videoTrack.width, height: videoTrack.height },
        audio: audioTrack && { codec: audioTrack.codec, sampleRate: audioTrack.sampleRate, channels: audioTrack.channels },
        bandwidth,
      }
      emit({ type: 'init', init, request }, [init.buffer])
    },
    onPart: (part) => emit({ type: 'part', part }, [part.bytes.buffer]),
  })

  if (setup.audio) {
    const onChunk: Parameters<typeof startAudioEncode>[0]['onChunk'] = (chunk, track) => {
      audioTrack = track ?? audioTrack
      muxer.audio(chunk, track)
    }
    audio = startAudioEncode({ ...setup.audio, nowUs, onChunk, onFailed, onEnded: () => emit({ type: 'ended', source: 'audio' }, []) })
    audio.setSilent(setup.slate !== null)
  }
  if (setup.video) {
    const onChunk: Parameters<typeof startVideoEncode>[0]['onChunk'] = (chunk, track) => {
      videoTrack = track ?? videoTrack
      muxer.video(chunk, track)
    }
    video = startVideoEncode({ ...setup.video, nowUs, onChunk, onFailed, onEnded: () => emit({ type: 'ended', source: 'video' }, []) })
    if (setup.slate) video.setSlate(setup.slate)
  }
  const tell = setInterval(() => {
    if (video) emit({ type: 'frames', ...video.counts }, [])
  }, 1000)
  return {
    video,
    audio,
    stop() {
      clearInterval(tell)
      video?.stop()
      audio?.stop()
    },
  }
}
