import { createClearance, parseTiledMap } from '../../../space/index.ts'
import type { Scene } from '../scene.ts'
import { debugRows, type Look } from './debug-rows.ts'
import { type PaintKind, paintOf } from './floor-paint.ts'

export type DebugOptions = {
  /** How far the server tells of people, metres; default: as `createWorldServer` has it. */
  readonly interestRadiusM?: number
}

const lookEveryMs = 500
const defaultRadiusM = 26
const toggles: Readonly<Record<PaintKind, string>> = { zones: 'zones', grid: 'walk grid', interest: 'interest' }

/**
 * Shows a scene's figures in a corner of `element`, which is positioned, and what there is on its floor that one does not see. For those who
 * build places; in English.
 * @returns a function that takes it away
 */
export function mountDebug(scene: Scene, element: HTMLElement, { interestRadiusM = defaultRadiusM }: DebugOptions = {}): () => void {
  const map = parseTiledMap(scene.map)
  const clearance = createClearance(map)
  const asked = new Set<PaintKind>()
  const panel = document.createElement('aside')
  panel.className = 'balai-debug'
  panel.setAttribute('aria-label', 'Debug')
  Object.assign(panel.style, panelStyle)
  const list = document.createElement('pre')
  Object.assign(list.style, { margin: '0', font: 'inherit' })
  panel.append(list)
  let before: Look | null = null
  let isGone = false

  const paint = (own: Look['stats']['sim']['own']): void => scene.paintFloor(paintOf(asked, map, clearance, own, interestRadiusM))
  const look = async (): Promise<void> => {
    const now: Look = { stats: await scene.stats(), atMs: performance.now() }
    // oxlint-disable-next-line typescript/no-unnecessary-condition -- it may have been taken away meanwhile
    if (isGone) return
    list.textContent = debugRows(now, before)
      .map(([name, value]) => `${name.padEnd(12)}${value}`)
      .join('\n')
    const { own } = now.stats.sim
    // What follows the avatar is painted again when it has moved: painting draws a frame, and a scene at rest must rest.
    const { x, z } = before?.stats.sim.own ?? { x: Number.NaN, z: Number.NaN }
    if ((asked.has('grid') || asked.has('interest')) && own !== null && (own.x !== x || own.z !== z)) paint(own)
    before = now
  }
  const quietly = (): void => void look().catch(() => undefined)

  for (const kind of Object.keys(toggles) as PaintKind[]) {
    panel.append(
      createToggle(toggles[kind], (isOn) => {
        if (isOn) asked.add(kind)
        else asked.delete(kind)
        paint(before?.stats.sim.own ?? null)
      }),
    )
  }
  element.append(panel)
  quietly()
  const timer = setInterval(quietly, lookEveryMs)
  return () => {
    isGone = true
    clearInterval(timer)
    panel.remove()
    scene.paintFloor(null)
  }
}

const panelStyle = {
  position: 'absolute',
  top: '64px',
  right: '8px',
  zIndex: '9',
  padding: '8px',
  borderRadius: '8px',
  background: 'rgba(20, 18, 16, 0.82)',
  color: '#fffdf7',
  font: '11px/1.35 ui-monospace, monospace',
} as const

function createToggle(name: string, onChange: (isOn: boolean) => void): HTMLElement {
  const label = document.createElement('label')
  Object.assign(label.style, { display: 'flex', alignItems: 'center', gap: '6px', minHeight: '28px' })
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.addEventListener('change', () => onChange(box.checked))
  label.append(box, name)
  return label
}
