/**
 * `connecting`: nothing to see yet. `playing`. `stalled`: the picture stands, it is being caught up.
 * `paused`: off screen, nothing is loaded.
 * `ended`: the officer switched it off; start anew when the counter is live again. `unsupported`: this browser plays no live stream.
 */
export type WatchState = 'connecting' | 'playing' | 'stalled' | 'paused' | 'ended' | 'unsupported'

/** One attempt at playing: made when the picture is on screen, thrown away when it is not. */
export interface Player {
  stop(): void
}

export type PlayerOptions = {
  readonly video: HTMLVideoElement
  readonly playlist: string
  /** The stream is over. */
  readonly onEnded: () => void
  /** This attempt has failed; `detail` is for the log. */
  readonly onFailed: (detail: string) => void
}
