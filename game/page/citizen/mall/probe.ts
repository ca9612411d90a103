import type { Scene, SceneEvent } from '@balai/engine/host/browser'

/** What `?probe` in the address tells of every frame drawn, as a `balai:drawn` event of the window: for measurements. */
export type DrawnFrame = {
  /** When the frame was drawn, epoch ms. */
  readonly atMs: number
  /** netId, x, z of everybody in it, metres. */
  readonly people: Float64Array
  /** netId of the viewer's own avatar. */
  readonly own: number
}

/** Listens in on the scene's events: marks the first step in the document, and hands frames out where the address asks for it. */
export function createProbe(): { readonly observe: (event: SceneEvent) => void; readonly attach: (scene: Scene) => void } {
  const isAsked = new URLSearchParams(location.search).has('probe')
  let own = 0
  return {
    observe(event) {
      if (event.type === 'entered') own = event.netId
      else if (event.type === 'physics-ready') document.documentElement.dataset.balaiWalls = 'ready'
      else if (event.type === 'first-step') document.documentElement.dataset.balaiFirstStep = String(Math.round(performance.now()))
      else if (event.type === 'drawn')
        dispatchEvent(new CustomEvent<DrawnFrame>('balai:drawn', { detail: { atMs: event.atMs, people: event.people, own } }))
    },
    attach(scene) {
      if (isAsked) scene.reportFrames(true)
    },
  }
}
