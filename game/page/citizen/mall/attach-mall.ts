import { listenToHands } from '@balai/engine/host/browser'
import { effect } from '@preact/signals'
import type { CitizenApp } from '../app/citizen-app.ts'
import { showDebug } from './debug-overlay.ts'
import type { EnteredMall } from './enter-mall.ts'
import { isSystemCalm, type MallSettings } from './mall-settings.ts'
import { meterWorld } from './meter-world.ts'
import { placeOverMall } from './over-mall.tsx'
import { listenToShortcuts, type MallShortcut } from './shortcuts.ts'
import { watchCover } from './watch-cover.ts'

/** Hands, keys, covers, settings and meters of a mall that one stands in. @returns what ends them, and the scene */
export function attachMall(
  app: CitizenApp,
  { scene }: EnteredMall,
  place: HTMLElement,
  settings: MallSettings,
  onShortcut: (shortcut: MallShortcut) => void,
): () => void {
  const overlay = document.getElementById('slot-overlay')
  let isFirst = true
  const stops = [
    listenToHands(scene, window),
    listenToShortcuts(onShortcut),
    onEscape(() => {
      const kind = app.panel.peek()?.kind
      if (kind === 'counter' || kind === 'mall') app.close()
    }),
    watchCover(overlay ? [overlay, placeOverMall()] : [placeOverMall()], (bottomPx) => scene.setCover(bottomPx)),
    meterWorld(app, scene),
    showDebug(scene, place),
    effect(() => {
      const quality = settings.quality.value
      if (!isFirst) scene.setQuality(quality)
      isFirst = false
    }),
    effect(() => {
      const isCalm = settings.calm.value === 'yes'
      document.documentElement.classList.toggle('is-calm', isCalm)
      scene.setReducedMotion(isSystemCalm() || isCalm)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    scene.dispose()
  }
}

/** A sheet that came by itself does not have the focus; Escape takes it away all the same. */
function onEscape(close: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}
