import type { Gesture, Sign, Theme } from '../../render/index.ts'
import { listenToHands } from './hands.ts'
import { mountScene, type SceneEvent } from './mount-scene.ts'
import { packagedWorkers } from './packaged/workers.ts'
import type { Quality } from './quality.ts'
import type { Scene } from './scene.ts'
import type { SceneWorkers } from './scene-threads.ts'

export type MountOptions = {
  /** The map file's JSON (Tiled, isometric), or what `planMap` gives. */
  readonly map: unknown
  /** ws: or wss: address of the walking socket. */
  readonly socketUrl: string
  /** Default: plain shapes. */
  readonly theme?: Theme
  readonly signs?: readonly Sign[]
  /** The person's clothes, hair and skin, 32 bits; by default drawn by lot. */
  readonly look?: number
  /** Nothing eases or pulses; by default as the person has set their system. */
  readonly reducedMotion?: boolean
  /** What `scene.gesture(n)` looks like, the first for 1; default: none. */
  readonly gestures?: readonly Gesture[]
  /** How much is drawn; by default chosen from what the machine says of itself, and then from what its frames take. */
  readonly quality?: Quality
  /** What the machine says of itself; by default what the browser tells. */
  readonly saveData?: boolean
  readonly deviceMemoryGB?: number
  /** What a screen reader calls the picture. */
  readonly label?: string
  /** Tap, drag, pinch, wheel, arrow keys and WASD on the picture; false: the application calls the scene by itself. */
  readonly controls?: boolean
  /** Threads of one's own in place of the engine's. */
  readonly workers?: Partial<SceneWorkers>
  readonly onEvent?: (event: SceneEvent) => void
}

/**
 * Puts a living place into `element`, which has a size by its own CSS. Free it with `scene.dispose()`. Any number may be on one page.
 * @throws TypeError when the element has no size, CodedError with a code of `sceneErrors`; everything begun is undone then.
 */
export async function mount(element: HTMLElement, options: MountOptions): Promise<Scene> {
  const { width, height } = element.getBoundingClientRect()
  if (!(width >= 1 && height >= 1)) throw new TypeError(`element must have a size, got ${width} × ${height}: give it a height in CSS`)
  const undoPosition = makePositioned(element)
  const mounting = mountScene(element, {
    ...options.theme,
    map: options.map,
    socketUrl: options.socketUrl,
    signs: options.signs ?? [],
    look: options.look ?? crypto.getRandomValues(new Uint32Array(1))[0],
    reducedMotion: options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches,
    gestures: options.gestures,
    quality: options.quality,
    saveData: options.saveData,
    deviceMemoryGB: options.deviceMemoryGB,
    workers: { ...packagedWorkers, ...options.workers },
    onEvent: options.onEvent ?? (() => {}),
  })
  mounting.catch(undoPosition)
  const scene = await mounting
  if (options.label !== undefined) {
    scene.canvas.setAttribute('role', 'img')
    scene.canvas.setAttribute('aria-label', options.label)
  }
  const stopHands = options.controls === false ? () => {} : listenToHands(scene)
  return {
    ...scene,
    dispose() {
      stopHands()
      scene.dispose()
      undoPosition()
    },
  }
}

/** The canvas covers the nearest positioned element: that must be this one. */
function makePositioned(element: HTMLElement): () => void {
  if (getComputedStyle(element).position !== 'static') return () => {}
  const before = element.style.position
  element.style.position = 'relative'
  return () => {
    element.style.position = before
  }
}
