// What every peer tells whoever started it: where it listens, and how late its loop was since it was asked last.
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What the loop's own timer adds to every reading, ms. */
const resolutionMs = 10

/** @param {number} port */
export function reportListening(port) {
  const loop = monitorEventLoopDelay({ resolution: resolutionMs })
  loop.enable()
  process.on('message', () => {
    process.send?.({ type: 'loop', p99Ms: Math.max(0, loop.percentile(99) / 1e6 - resolutionMs) })
    loop.reset()
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ type: 'listens', port })
}
