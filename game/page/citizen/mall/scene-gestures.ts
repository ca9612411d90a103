import type { Scene } from '@balai/engine/host/browser'

const tapSlopPx = 10

/**
 * One finger: tap to walk, drag to look around. Two: pinch to zoom. Wheel: zoom.
 * @returns a function that stops it.
 */
export function listenToGestures(element: HTMLElement, scene: Scene): () => void {
  const fingers = new Map<number, { x: number; y: number }>()
  let travelled = 0
  let wasPinch = false

  const onDown = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    if (fingers.size === 0) {
      travelled = 0
      wasPinch = false
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    element.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId)
    if (!finger) return
    const before = spread()
    const dx = event.clientX - finger.x
    const dy = event.clientY - finger.y
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    travelled += Math.hypot(dx, dy)
    if (fingers.size === 2) {
      wasPinch = true
      const after = spread()
      if (before && after && before.length > 0) scene.zoomBy(after.length / before.length, after.x, after.y)
    } else if (travelled > tapSlopPx && !wasPinch) scene.panBy(dx, dy)
  }
  const onUp = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return
    if (event.type === 'pointerup' && travelled <= tapSlopPx && !wasPinch) void scene.tap(event.clientX, event.clientY)
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    scene.zoomBy(Math.exp(-event.deltaY * 0.0015), event.clientX, event.clientY)
  }
  const spread = () => {
    const [a, b] = [...fingers.values()]
    return a && b ? { length: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null
  }

  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('pointercancel', onUp)
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('pointerup', onUp)
    element.removeEventListener('pointercancel', onUp)
    element.removeEventListener('wheel', onWheel)
  }
}
