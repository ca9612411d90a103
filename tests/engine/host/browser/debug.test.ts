import { planMap } from '@balai/engine'
import { createClearance, parseTiledMap } from '@balai/engine/space'
import { expect, test } from 'vitest'
import { debugRows, type Look } from '../../../../engine/host/browser/debug/debug-rows.ts'
import { paintOf } from '../../../../engine/host/browser/debug/floor-paint.ts'

const map = parseTiledMap(planMap(['....', '.ss.', '.##.', '....']))
const clearance = createClearance(map)
const sides = (squares: Float32Array | undefined): Set<number> => new Set(squares?.filter((_, i) => i % 3 === 2))

test('nothing is painted unasked; zones are painted whole, room and reach around the own avatar alone', () => {
  expect(paintOf(new Set(), map, clearance, { x: 1, z: 1 }, 2)).toBeNull()
  const zones = paintOf(new Set(['zones']), map, clearance, null, 2)
  expect(zones?.colors).toHaveLength(2)
  expect([...(zones?.squares ?? [])]).toEqual([1.5, 1.5, 1, 2.5, 1.5, 1])
  expect(paintOf(new Set(['grid', 'interest']), map, clearance, null, 2)?.colors).toHaveLength(0)
  expect(sides(paintOf(new Set(['grid']), map, clearance, { x: 1, z: 1 }, 2)?.squares)).toEqual(new Set([0.25]))
  const ring = paintOf(new Set(['interest']), map, clearance, { x: 1, z: 1 }, 2)
  for (let i = 0; i < (ring?.colors.length ?? 0); i++)
    expect(Math.hypot((ring?.squares[i * 3] ?? 0) - 1, (ring?.squares[i * 3 + 1] ?? 0) - 1)).toBeCloseTo(2)
})

test('a solid is painted otherwise than the room around it', () => {
  const paint = paintOf(new Set(['grid']), map, clearance, { x: 2, z: 2 }, 2)
  const colourAt = (x: number, z: number): number | undefined => {
    for (let i = 0; i < (paint?.colors.length ?? 0); i++)
      if (paint?.squares[i * 3] === x && paint.squares[i * 3 + 1] === z) return paint.colors[i]
    return undefined
  }
  expect(colourAt(1.875, 2.375)).toBeDefined()
  expect(colourAt(1.875, 2.375)).not.toBe(colourAt(1.875, 0.375))
})

const look = (atMs: number, frames: number, bytesDown: number): Look => ({
  atMs,
  stats: {
    sim: {
      tick: 9,
      avatars: 2,
      rttMs: 31.4,
      lagTicks: 3,
      bytesDown,
      bytesUp: 0,
      corrections: 0,
      divergences: 0,
      snapshotsSkipped: 0,
      hasPhysics: true,
      loadedBytes: 0,
      own: { x: 1, z: 2, storey: 1 },
    },
    stage: { drawCalls: 7, sprites: 5, frames, frameMs: 1.26, inView: 2, storey: 1, tier: 'low', loadedBytes: 0 },
  },
})

test('rates are those since the look before, and none the first time', () => {
  const first = new Map(debugRows(look(1000, 10, 500), null))
  expect([first.get('frames'), first.get('down'), first.get('frame')]).toEqual(['– /s', '– B/s', '1.3 ms'])
  const second = new Map(debugRows(look(3000, 40, 900), look(1000, 10, 500)))
  expect([second.get('frames'), second.get('down'), second.get('tier'), second.get('round trip')]).toEqual([
    '15 /s',
    '200 B/s',
    'low',
    '31 ms',
  ])
})
