import { beforeEach, expect, it } from 'vitest'
import { listenToHands } from '../../../../engine/host/browser/hands.ts'
import type { Scene } from '../../../../engine/host/browser/scene.ts'

let calls: unknown[][]
let canvas: EventTarget
let stop: () => void

beforeEach(() => {
  calls = []
  canvas = Object.assign(new EventTarget(), { style: {}, tabIndex: -1, setPointerCapture: () => {} })
  const heard =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args])
  const scene = { canvas, tap: heard('tap'), panBy: heard('panBy'), zoomBy: heard('zoomBy'), steer: heard('steer') }
  stop = listenToHands(scene as unknown as Scene)
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

it('hears nothing once it is stopped', () => {
  stop()
  finger('pointerdown', 1, 100, 100)
  finger('pointerup', 1, 100, 100)
  key('keydown', 'ArrowUp')
  expect(calls).toEqual([])
})
