import { openStorage } from '../../shared/index.ts'
import type { Speaker } from './speaker.ts'

const name = 'balai.board.sound'

/**
 * A screen that was switched off at night should speak in the morning: sound that was on comes back at once where the browser
 * allows it (a kiosk), else with the first touch or key, whatever it is.
 */
export function rememberSound(speaker: Speaker): void {
  const storage = openStorage('localStorage')
  const wasOn = storage?.getItem(name) === 'on'
  if (wasOn) {
    const stopWaiting = onFirstTouch(() => {
      if (speaker.state.peek() === 'off') void speaker.switchOn()
    })
    void comeBack(speaker, stopWaiting)
  }
  let isFirst = true
  speaker.state.subscribe((state) => {
    if (!isFirst) storage?.setItem(name, state === 'off' ? 'off' : 'on')
    isFirst = false
  })
}

async function comeBack(speaker: Speaker, stopWaiting: () => void): Promise<void> {
  if (await speaker.tryAlone()) stopWaiting()
}

function onFirstTouch(then: () => void): () => void {
  const touched = (event: Event) => {
    stop()
    // The button means what it says by itself.
    if (!(event.target instanceof Element && event.target.closest('.sound-button'))) then()
  }
  const stop = () => {
    window.removeEventListener('pointerup', touched)
    window.removeEventListener('keyup', touched)
  }
  window.addEventListener('pointerup', touched)
  window.addEventListener('keyup', touched)
  return stop
}
