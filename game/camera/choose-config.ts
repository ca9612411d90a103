import { audioLadder, chooseRung, fitPicture, picture, videoLadder, voice } from '../stream/index.ts'

/** The best video encoder that this browser has for the track, or null. Hardware is welcome, never required. */
export async function chooseVideoConfig(track: MediaStreamTrack): Promise<VideoEncoderConfig | null> {
  if (typeof VideoEncoder === 'undefined') return null
  const settings = track.getSettings()
  const size = fitPicture(settings.width ?? 640, settings.height ?? 480)
  const config = (codec: string): VideoEncoderConfig => ({
    codec,
    ...size,
    bitrate: picture.bitsPerSecond,
    framerate: picture.framesPerSecond,
    latencyMode: 'realtime',
    ...(codec.startsWith('avc1') ? { avc: { format: 'avc' as const } } : {}),
  })
  const rung = await chooseRung(videoLadder, async ({ codec }) => isSupported(VideoEncoder.isConfigSupported(config(codec))))
  return rung && config(rung.codec)
}

/** The best audio encoder for the track, one channel at the track's own rate, or null. */
export async function chooseAudioConfig(track: MediaStreamTrack): Promise<AudioEncoderConfig | null> {
  if (typeof AudioEncoder === 'undefined') return null
  const sampleRate = track.getSettings().sampleRate ?? 48_000
  const config = (codec: string): AudioEncoderConfig => ({ codec, sampleRate, numberOfChannels: 1, bitrate: voice.bitsPerSecond })
  const rung = await chooseRung(audioLadder, async ({ codec }) => isSupported(AudioEncoder.isConfigSupported(config(codec))))
  return rung && config(rung.codec)
}

/** Some browsers throw where they mean no. */
async function isSupported(question: Promise<{ supported?: boolean }>): Promise<boolean> {
  try {
    return (await question).supported === true
  } catch {
    return false
  }
}
