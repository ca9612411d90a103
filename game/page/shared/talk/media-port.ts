import { CodedError } from '@balai/engine/core'
import type { ContactRung } from '../../../contact/index.ts'

/** Why camera or microphone did not open. `insecure`: the page is not on https; `none`: the device has none. */
export type MediaRefusal = 'refused' | 'none' | 'busy' | 'insecure'

export type OwnTracks = { readonly audio: MediaStreamTrack | null; readonly video: MediaStreamTrack | null }

/** Opens camera and microphone. The officer's page hands in its own, which already films for the public picture. */
export interface MediaPort {
  /** Rung that this browser can reach at all. */
  bestRung(): ContactRung
  /** @throws MediaFailure */
  open(want: { video: boolean; audio: boolean }): Promise<OwnTracks>
  /** Gives a track back: the camera's light goes out. */
  release(track: MediaStreamTrack): void
}

/** The refusals of `MediaPort.open` as a coded error. */
export type MediaFailure = CodedError<MediaRefusal>

function mediaFailure(refusal: MediaRefusal): MediaFailure {
  return new CodedError(refusal, `camera or microphone did not open: ${refusal}; go one rung down`)
}

/** The browser's camera and microphone: small picture, front camera, echo taken out. */
export function browserMedia(): MediaPort {
  return {
    bestRung() {
      // On an insecure origin there is no `mediaDevices` at all, whatever the types say.
      const devices: MediaDevices | undefined = navigator.mediaDevices
      return typeof RTCPeerConnection !== 'undefined' && devices ? 'video' : 'chat'
    },
    async open(want) {
      const devices: MediaDevices | undefined = navigator.mediaDevices
      if (!devices) throw mediaFailure('insecure')
      try {
        const stream = await devices.getUserMedia({
          audio: want.audio ? { echoCancellation: true, noiseSuppression: true, autoGainControl: true } : false,
          video: want.video
            ? { width: { ideal: 480 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 20 }, facingMode: 'user' }
            : false,
        })
        return { audio: stream.getAudioTracks()[0] ?? null, video: stream.getVideoTracks()[0] ?? null }
      } catch (error) {
        throw mediaFailure(refusalOf(error))
      }
    },
    release: (track) => track.stop(),
  }
}

function refusalOf(error: unknown): MediaRefusal {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'none'
}
