/** Calls `draw` in time with the screen while there is something to draw, and sleeps otherwise. */
export type FrameLoop = {
  /** Something may have changed: draws with the next picture of the screen. */
  wake(): void
  /** Draws again at this time of `performance.now()`, Infinity for never, unless something wakes it before. */
  wakeAt(ms: number): void
  setMostPerSecond(frames: number): void
  /** False: nothing is drawn, whatever wakes it: the page is hidden. */
  setVisible(isVisible: boolean): void
  stop(): void
}

/** Screens are not exact: a frame this much early is in time, ms. */
const earlyMs = 4
/** Where a thread has no screen to keep time with, ms. */
const fallbackMs = 16

/** @param draw returns whether there is more to draw */
export function createFrameLoop(draw: (nowMs: number) => boolean): FrameLoop {
  let isAwake = false
  let isVisible = true
  let isStopped = false
  let leastMs = 0
  let drawnMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = (): void => {
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(frame)
    else setTimeout(frame, fallbackMs)
  }
  const frame = (): void => {
    isAwake = false
    if (isStopped || !isVisible) return
    const nowMs = performance.now()
    if (nowMs - drawnMs < leastMs - earlyMs) return wake()
    drawnMs = nowMs
    if (draw(nowMs)) wake()
  }
  const wake = (): void => {
    if (isAwake || isStopped || !isVisible) return
    isAwake = true
    clearTimeout(timer)
    next()
  }
  return {
    wake,
    wakeAt(ms) {
      if (isAwake || isStopped) return
      clearTimeout(timer)
      if (Number.isFinite(ms)) timer = setTimeout(wake, Math.max(0, ms - performance.now()))
    },
    setMostPerSecond(frames) {
      leastMs = 1000 / frames
    },
    setVisible(now) {
      isVisible = now
      if (now) wake()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
