import { directionX, directionZ } from '@balai/engine/core'
import { intentKind, keysToPush, sameIntent, steer, walkToIntent } from '@balai/engine/input'
import { projectX, projectY } from '@balai/engine/space'
import { expect, it } from 'vitest'

it('a push on screen walks that way on screen', () => {
  for (let i = 0; i < 16; i++) {
    const right = Math.cos((i * Math.PI) / 8)
    const down = Math.sin((i * Math.PI) / 8)
    const { kind, direction } = steer(right, down)
    expect(kind).toBe(intentKind.walk)
    const shownRight = projectX(directionX[direction], directionZ[direction])
    const shownDown = projectY(directionX[direction], 0, directionZ[direction])
    const cosine = (shownRight * right + shownDown * down) / Math.hypot(shownRight, shownDown)
    expect(cosine).toBeGreaterThan(0.97)
  }
})

it('a thumb at rest stands still, opposite keys cancel', () => {
  expect(steer(0.1, -0.1).kind).toBe(intentKind.stand)
  expect(keysToPush(new Set(['ArrowLeft', 'KeyD']))).toEqual({ right: 0, down: 0 })
  expect(keysToPush(new Set(['KeyW', 'ArrowRight']))).toEqual({ right: 1, down: -1 })
})

it('targets are compared as float32', () => {
  expect(sameIntent(walkToIntent(0.1, 3), { kind: intentKind.walkTo, direction: 9, targetX: Math.fround(0.1), targetZ: 3 })).toBe(true)
})
