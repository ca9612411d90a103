import { isWalkKey, keysPush, standing, type Push } from './push.ts'

/**
 * Arrows and WASD walk, while nothing is being written and no sheet holds the focus.
 * @returns a function that stops it.
 */
export function walkByKeys(onPush: (push: Push) => void): () => void {
  const down = new Set<string>()
  const onDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isWalkKey(event.code) || isTaken(event.target)) return
    event.preventDefault()
    if (event.repeat) return
    down.add(event.code)
    onPush(keysPush(down))
  }
  const onUp = (event: KeyboardEvent) => {
    if (down.delete(event.code)) onPush(keysPush(down))
  }
  const onBlur = () => {
    if (down.size === 0) return
    down.clear()
    onPush(standing)
  }
  window.addEventListener('keydown', onDown)
  window.addEventListener('keyup', onUp)
  window.addEventListener('blur', onBlur)
  return () => {
    window.removeEventListener('keydown', onDown)
    window.removeEventListener('keyup', onUp)
    window.removeEventListener('blur', onBlur)
  }
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
}
