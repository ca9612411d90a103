import type { Player, PlayerOptions } from './watch-state.ts'

/** Plays by the browser itself: iPhones, whose media element knows HLS and whose pages have no MediaSource. */
export function startNativePlayer(options: PlayerOptions): Player {
  const { video, playlist, onEnded, onFailed } = options
  const fail = (): void => onFailed(`media error ${video.error?.code ?? ''}`)
  video.addEventListener('ended', onEnded)
  video.addEventListener('error', fail)
  video.src = playlist
  return {
    stop() {
      video.removeEventListener('ended', onEnded)
      video.removeEventListener('error', fail)
      video.removeAttribute('src')
      video.load()
    },
  }
}

export function playsNatively(video: HTMLVideoElement): boolean {
  return video.canPlayType('application/vnd.apple.mpegurl') !== ''
}
