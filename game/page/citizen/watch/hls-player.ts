import type Hls from 'hls.js'
import type { ErrorData, LevelUpdatedData } from 'hls.js'
import type { Player, PlayerOptions } from './watch-state.ts'

/** About a second behind the camera, catching up by playing faster; a heap under 5 MB. */
const settings = {
  lowLatencyMode: true,
  // Fragments come as MP4: there is nothing to transmux off the page.
  enableWorker: false,
  liveSyncDuration: 1,
  liveMaxLatencyDuration: 5,
  maxLiveSyncPlaybackRate: 1.5,
  liveSyncOnStallIncrease: 0.25,
  backBufferLength: 4,
  maxBufferLength: 6,
} as const

/** Plays by hls.js; the caller has asked `Hls.isSupported()`. */
export function startHlsPlayer(Library: typeof Hls, options: PlayerOptions): Player {
  const { video, playlist, onEnded, onFailed } = options
  const hls = new Library(settings)
  let isRecovered = false
  hls.on(Library.Events.MEDIA_ENDED, onEnded)
  hls.on(Library.Events.ERROR, (_event: string, data: ErrorData) => {
    if (!data.fatal) return
    if (data.type === Library.ErrorTypes.MEDIA_ERROR && !isRecovered) {
      isRecovered = true
      return hls.recoverMediaError()
    }
    onFailed(`${data.details} ${data.response?.code ?? ''}`)
  })
  let newest = Number.POSITIVE_INFINITY
  hls.on(Library.Events.LEVEL_UPDATED, (_event: string, { details }: LevelUpdatedData) => {
    // Nothing in common with what was known: other tracks, a server that started anew, a page that slept. Nothing fits the old buffers.
    if (details.startSN > newest) onFailed(`the list jumped from ${newest} to ${details.startSN}`)
    newest = details.endSN
  })
  hls.loadSource(playlist)
  hls.attachMedia(video)
  return { stop: () => hls.destroy() }
}
