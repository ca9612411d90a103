import type { Scene } from '@balai/engine/host/browser'

/** With `?debug` in the address: the engine's figures over the mall, fetched only then. @returns a function that takes them away */
export function showDebug(scene: Scene, element: HTMLElement): () => void {
  if (!new URLSearchParams(location.search).has('debug')) return () => {}
  let isGone = false
  let stop = () => {}
  const show = async () => {
    const { mountDebug } = await import('@balai/engine/host/browser/debug')
    if (!isGone) stop = mountDebug(scene, element)
  }
  // Who asks for figures can ask again.
  show().catch(() => undefined)
  return () => {
    isGone = true
    stop()
  }
}
