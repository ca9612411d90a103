import { browserMedia, type MediaPort } from '../../shared/talk/index.ts'

/**
 * Camera and microphone for the private talk: copies of the tracks that already film for the public picture, so that a camera
 * which only one program may open serves both; the browser's own where there are none.
 * @param publicStream the stream of the public picture; null while it is off.
 */
export function officerMedia(publicStream: () => MediaStream | null, browser: MediaPort = browserMedia()): MediaPort {
  return {
    bestRung: browser.bestRung,
    async open(want) {
      const stream = publicStream()
      const video = want.video ? copyOf(stream?.getVideoTracks()[0]) : null
      const audio = want.audio ? copyOf(stream?.getAudioTracks()[0]) : null
      const missing = { video: want.video && !video, audio: want.audio && !audio }
      if (!missing.video && !missing.audio) return { video, audio }
      try {
        const own = await browser.open(missing)
        return { video: video ?? own.video, audio: audio ?? own.audio }
      } catch (error) {
        video?.stop()
        audio?.stop()
        throw error
      }
    },
    release: browser.release,
  }
}

function copyOf(track: MediaStreamTrack | undefined): MediaStreamTrack | null {
  return track?.readyState === 'live' ? track.clone() : null
}
