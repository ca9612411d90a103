import { expect, test } from 'vitest'
import { directionCount, nearestDirection } from '@balai/engine/core'
import { directionIndexOf, isMirrored, screenDirections } from '../../../engine/render/facing.ts'

const seen = (facing: number): string => screenDirections[directionIndexOf(facing)] + (isMirrored(facing) ? ' mirrored' : '')

test.each([
  ['+x, along a tile edge', 1, 0, 'se'],
  ['+z, along a tile edge', 0, 1, 'se mirrored'],
  ['+x +z, towards the viewer', 1, 1, 's'],
  ['-x +z, to the left', -1, 1, 'e mirrored'],
  ['-x', -1, 0, 'ne mirrored'],
  ['-x -z, away', -1, -1, 'n'],
  ['-z', 0, -1, 'ne'],
  ['+x -z, to the right', 1, -1, 'e'],
])('a face towards %s is drawn %4$s', (_name, x, z, expected) => {
  expect(seen(nearestDirection(x, z))).toBe(expected)
})

test('each of the eight sectors takes four of the 32 directions, and only the west is mirrored', () => {
  const counts = new Map<string, number>()
  for (let facing = 0; facing < directionCount; facing++) counts.set(seen(facing), (counts.get(seen(facing)) ?? 0) + 1)
  expect([...counts.values()]).toEqual(Array.from({ length: 8 }, () => 4))
  expect(counts.has('s mirrored') || counts.has('n mirrored')).toBe(false)
})
