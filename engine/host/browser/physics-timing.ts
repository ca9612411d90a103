import type { RenderThreadEvent, SimThreadEvent } from './threads.ts'

/**
 * How long after an event collision is fetched, ms. It is the heaviest part of all, and neither the first picture nor the first step needs
 * it: so when nobody walks for a while, when the frames that follow the first step have been drawn, or at once where the avatar waits for it.
 */
const afterMs: Partial<Record<(RenderThreadEvent | SimThreadEvent)['type'], number>> = {
  'own-seen': 2000,
  'first-step': 500,
  'needs-physics': 0,
}

/** Hears what the threads tell and calls `load` at the earliest time that any of it asks for; anew for later events, as it may have failed. */
export function createPhysicsTiming(load: () => void): {
  readonly hear: (event: Pick<RenderThreadEvent | SimThreadEvent, 'type'>) => void
  readonly stop: () => void
} {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueMs = Number.POSITIVE_INFINITY
  const stop = (): void => {
    clearTimeout(timer)
    dueMs = Number.POSITIVE_INFINITY
  }
  return {
    stop,
    hear({ type }) {
      const waitMs = afterMs[type] ?? Number.POSITIVE_INFINITY
      if (performance.now() + waitMs >= dueMs) return
      stop()
      dueMs = performance.now() + waitMs
      timer = setTimeout(() => {
        stop()
        load()
      }, waitMs)
    },
  }
}
