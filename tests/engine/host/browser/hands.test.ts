import { beforeEach, expect, it } from 'vitest'
import { listenToHands } from '../../../../engine/host/browser/hands.ts'
import type { Scene } from '../../../../engine/host/browser/scene.ts'

let calls: unknown[][]
let canvas: EventTarget
let stop: () => void
let scene: Scene

beforeEach(() => {
  calls = []
  canvas = Object.assign(new EventTarget(), { style: {}, tabIndex: -1, setPointerCapture: () => {} })
  const heard =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args])
  scene = { canvas, tap: heard('tap'), panBy: heard('panBy'), zoomBy: heard('zoomBy'), steer: heard('steer') } as unknown as Scene
  stop = listenToHands(scene)
})

function finger(type: string, pointerId: number, clientX: number, clientY: number): void {
  canvas.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX, clientY, pointerType: 'touch', button: 0 }))
}
function key(type: string, code: string, more: object = {}): Event {
  const event = Object.assign(new Event(type, { cancelable: true }), { code, ...more })
  canvas.dispatchEvent(event)
  return event
}

it('a finger that trembles taps, one that moves looks around', () => {
  finger('pointerdown', 1, 100, 100)
  finger('pointermove', 1, 104, 103)
  finger('pointerup', 1, 104, 103)
  expect(calls).toEqual([['tap', 104, 103]])
  calls.length = 0
  finger('pointerdown', 1, 100, 100)
  finger('pointermove', 1, 130, 90)
  finger('pointerup', 1, 130, 90)
  expect(calls).toEqual([['panBy', 30, -10]])
})

it('two fingers zoom about their middle, and neither taps', () => {
  finger('pointerdown', 1, 100, 100)
  finger('pointerdown', 2, 200, 100)
  finger('pointermove', 2, 300, 100)
  finger('pointerup', 2, 300, 100)
  finger('pointerup', 1, 100, 100)
  expect(calls).toEqual([['zoomBy', 2, 200, 100]])
})

it('held keys walk together, shortcuts and repeats do not, and what is let go elsewhere stops', () => {
  expect(key('keydown', 'ArrowUp').defaultPrevented).toBe(true)
  key('keydown', 'ArrowUp', { repeat: true })
  key('keydown', 'KeyD')
  key('keydown', 'KeyS', { ctrlKey: true })
  expect(key('keydown', 'Tab').defaultPrevented).toBe(false)
  canvas.dispatchEvent(new Event('blur'))
  expect(calls).toEqual([
    ['steer', 0, -1],
    ['steer', 1, -1],
    ['steer', 0, 0],
  ])
})

it('a page that is one place walks wherever the focus is, but in fields and dialogs', () => {
  stop()
  const window = new EventTarget()
  const stopAll = listenToHands(scene, window as unknown as Window)
  const pressIn = (place: string | null): void => {
    const event = Object.assign(new Event('keydown'), { code: 'ArrowUp' })
    const target = { closest: (selector: string) => (place !== null && selector.includes(place) ? {} : null) }
    Object.defineProperty(event, 'target', { value: target })
    window.dispatchEvent(event)
  }
  pressIn('input')
  pressIn('dialog')
  key('keydown', 'ArrowUp')
  expect(calls).toEqual([])
  pressIn(null)
  expect(calls).toEqual([['steer', 0, -1]])
  stopAll()
  pressIn(null)
  expect(calls).toHaveLength(1)
})

it('hears nothing once it is stopped', () => {
  stop()
  finger('pointerdown', 1, 100, 100)
  finger('pointerup', 1, 100, 100)
  key('keydown', 'ArrowUp')
  expect(calls).toEqual([])
})
