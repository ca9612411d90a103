import { countBytes } from './count-bytes.ts'
import { startHlsPlayer } from './hls-player.ts'
import { playsNatively, startNativePlayer } from './native-player.ts'
import type { Player, PlayerOptions, WatchState } from './watch-state.ts'

export type WatchOptions = {
  /** On screen or not: off screen nothing is loaded. Muted and inline is set here; the caller may unmute after a touch. */
  readonly video: HTMLVideoElement
  /** `CounterStream.playlist`. */
  readonly playlist: string
  readonly onState: (state: WatchState) => void
  /** Bytes loaded since the last call. */
  readonly onBytes?: (bytes: number) => void
  /** Why an attempt was given up, for the log; the next one follows by itself. */
  readonly onTrouble?: (detail: string) => void
}

const firstRetryMs = 500
const longestRetryMs = 5000
/** A picture that does not move for this long is given up and begun anew, ms. */
const frozenMs = 8000

/** Plays a counter's live picture, about a second behind, until `stop`; comes back by itself after any trouble. */
export function watchCounter(options: WatchOptions): { stop(): void } {
  const { video, playlist, onState } = options
  const endCounting = options.onBytes ? countBytes(new URL('.', new URL(playlist, location.href)).href, options.onBytes) : () => {}
  let state: WatchState | null = null
  let player: Player | null = null
  /** Rises with every start and stop: what an older attempt still says is not heard. */
  let attempt = 0
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let isOnScreen = true
  let isOver = false
  let movedAt = performance.now()

  function tell(next: WatchState): void {
    if (state === next || isOver) return
    state = next
    onState(next)
  }

  async function start(): Promise<void> {
    const mine = ++attempt
    tell('connecting')
    video.muted = true
    video.playsInline = true
    movedAt = performance.now()
    const playerOptions: PlayerOptions = {
      video,
      playlist,
      onEnded() {
        if (mine !== attempt) return
        halt()
        tell('ended')
      },
      onFailed(detail) {
        if (mine === attempt) again(detail)
      },
    }
    const starter = await choosePlayer(video).catch(() => null)
    if (mine !== attempt) return
    // The player's code did not arrive: the network may be back later.
    if (!starter) return again('the player did not load')
    if (starter === 'unsupported') return tell('unsupported')
    player = starter(playerOptions)
    void video.play().catch(() => {})
  }

  function halt(): void {
    attempt++
    clearTimeout(retry)
    player?.stop()
    player = null
  }

  function again(detail: string): void {
    halt()
    options.onTrouble?.(detail)
    tell('connecting')
    retry = setTimeout(() => void start(), Math.min(longestRetryMs, firstRetryMs * 2 ** failures++))
  }

  function look(): void {
    if (isOver || state === 'ended' || state === 'unsupported') return
    const isWanted = isOnScreen && document.visibilityState === 'visible'
    if (!isWanted && state !== 'paused') {
      halt()
      tell('paused')
    } else if (isWanted && (state === 'paused' || state === null)) void start()
  }

  const listeners: readonly [string, () => void][] = [
    ['playing', () => player && tell('playing')],
    ['waiting', () => player && state === 'playing' && tell('stalled')],
    ['timeupdate', moved],
    ['canplay', () => player && void video.play().catch(() => {})],
  ]
  function moved(): void {
    movedAt = performance.now()
    failures = 0
    if (player && !video.paused && video.readyState >= 3) tell('playing')
  }
  for (const [name, listener] of listeners) video.addEventListener(name, listener)
  document.addEventListener('visibilitychange', look)
  const screen = new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)?.isIntersecting ?? true
    look()
  })
  screen.observe(video)
  const frozen = setInterval(() => {
    if (player && performance.now() - movedAt > frozenMs) again('the picture stood still')
  }, 1000)
  look()

  return {
    stop() {
      isOver = true
      halt()
      clearInterval(frozen)
      screen.disconnect()
      document.removeEventListener('visibilitychange', look)
      for (const [name, listener] of listeners) video.removeEventListener(name, listener)
      endCounting()
    },
  }
}

/** hls.js is asked first: browsers that say they play HLS themselves (Chromium now does) may know nothing of low latency. */
async function choosePlayer(video: HTMLVideoElement): Promise<((options: PlayerOptions) => Player) | 'unsupported'> {
  const { default: Hls } = await import('hls.js/light')
  if (Hls.isSupported()) return (options) => startHlsPlayer(Hls, options)
  return playsNatively(video) ? startNativePlayer : 'unsupported'
}
