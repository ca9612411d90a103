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

it('targets are whole steps of 1/64 m on the map, the same bits at both ends', () => {
  expect(walkToIntent(0.1, 3)).toMatchObject({ targetX: 6 / 64, targetZ: 3 })
  expect(walkToIntent(-5, 1e9)).toMatchObject({ targetX: 0, targetZ: 65535 / 64 })
  expect(sameIntent(walkToIntent(0.1, 3), walkToIntent(0.1001, 3.001))).toBe(true)
})
