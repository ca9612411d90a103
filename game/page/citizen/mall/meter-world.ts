import { effect } from '@preact/signals'
import type { Scene } from '@balai/engine/host/browser'
import type { CitizenApp } from '../app/citizen-app.ts'

/**
 * Tells the data meter what the line to the mall has carried and what its threads have loaded, whenever account or settings are opened and when the page changes between front and back.
 * @returns a function that stops it.
 */
export function meterWorld(app: CitizenApp, scene: Scene): () => void {
  let told = 0
  const read = () => {
    scene.stats().then(
      ({ sim, stage }) => {
        const now = sim.bytesDown + sim.bytesUp + sim.loadedBytes + stage.loadedBytes
        app.meter.add(now - told)
        told = now
        return now
      },
      () => undefined,
    )
  }
  const stop = effect(() => {
    const panel = app.panel.value
    if (panel?.kind === 'account' || (panel?.kind === 'mall' && panel.tool === 'settings')) read()
  })
  document.addEventListener('visibilitychange', read)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', read)
  }
}
