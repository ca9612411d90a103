import { keysToPush } from '../../input/index.ts'
import type { Scene } from './scene.ts'

/** A finger that moves less is a tap, CSS pixels. */
const tapSlopPx = 10
const zoomPerWheelPx = 0.0015
const walkKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'KeyW', 'KeyA', 'KeyS', 'KeyD']

/** What is written into, and what lies over the page, keeps its keys. */
const taken = 'input, textarea, select, [contenteditable], dialog'

/**
 * Tap walks, drag looks around, two fingers or the wheel zoom; arrow keys and WASD walk while the picture has the focus, so that
 * several on one page do not walk together. A page that is one place gives its window as `keys`: there they walk wherever the focus is,
 * but in fields and dialogs. @returns a function that stops it
 */
export function listenToHands(scene: Scene, keys?: Window): () => void {
  const { canvas } = scene
  if (keys === undefined) canvas.tabIndex = 0
  canvas.style.touchAction = 'none'
  const stop = new AbortController()
  listenToPointers(scene, stop.signal)
  listenToKeys(scene, keys ?? canvas, stop.signal)
  return () => stop.abort()
}

function listenToPointers(scene: Scene, signal: AbortSignal): void {
  const { canvas } = scene
  const fingers = new Map<number, { x: number; y: number }>()
  let travelledPx = 0
  let wasPinch = false
  const spread = (): { length: number; x: number; y: number } | null => {
    const [a, b] = [...fingers.values()]
    return a && b ? { length: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null
  }
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    if (fingers.size === 0) {
      travelledPx = 0
      wasPinch = false
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    canvas.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    const before = spread()
    const dx = event.clientX - finger.x
    const dy = event.clientY - finger.y
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    travelledPx += Math.hypot(dx, dy)
    const after = spread()
    if (after !== null) wasPinch = true
    if (before !== null && after !== null && before.length > 0) scene.zoomBy(after.length / before.length, after.x, after.y)
    else if (travelledPx > tapSlopPx && !wasPinch) scene.panBy(dx, dy)
  }
  const onUp = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return
    if (event.type === 'pointerup' && travelledPx <= tapSlopPx && !wasPinch) void scene.tap(event.clientX, event.clientY)
  }
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    scene.zoomBy(Math.exp(-event.deltaY * zoomPerWheelPx), event.clientX, event.clientY)
  }
  canvas.addEventListener('pointerdown', onDown, { signal })
  canvas.addEventListener('pointermove', onMove, { signal })
  canvas.addEventListener('pointerup', onUp, { signal })
  canvas.addEventListener('pointercancel', onUp, { signal })
  canvas.addEventListener('wheel', onWheel, { signal, passive: false })
}

function listenToKeys(scene: Scene, target: Window | HTMLElement, signal: AbortSignal): void {
  const held = new Set<string>()
  const push = (): void => {
    const { down, right } = keysToPush(held)
    scene.steer(right, down)
  }
  const onDown = (event: KeyboardEvent): void => {
    // Before 2021 browsers heard on after `abort`.
    if (signal.aborted || event.ctrlKey || event.metaKey || event.altKey || !walkKeys.includes(event.code)) return
    if (isTaken(event.target)) return
    event.preventDefault()
    if (event.repeat) return
    held.add(event.code)
    push()
  }
  const onUp = (event: KeyboardEvent): void => {
    if (held.delete(event.code)) push()
  }
  // A key let go elsewhere is never heard of.
  const onBlur = (): void => {
    if (held.size === 0) return
    held.clear()
    push()
  }
  const listener = target as EventTarget
  listener.addEventListener('keydown', onDown as EventListener, { signal })
  listener.addEventListener('keyup', onUp as EventListener, { signal })
  listener.addEventListener('blur', onBlur, { signal })
}

function isTaken(target: EventTarget | null): boolean {
  return ((target as Partial<Element> | null)?.closest?.(taken) ?? null) !== null
}
