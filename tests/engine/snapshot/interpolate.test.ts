import { createFrameView, createSnapshotBuffer, interpolate, openSnapshot } from '@balai/engine/snapshot'
import { expect, test } from 'vitest'

function between(from: [number, number], to: [number, number]) {
  const snapshot = openSnapshot(createSnapshotBuffer(1))
  snapshot.header[3] = 1
  snapshot.time[0] = 1000
  ;[snapshot.fromX[0], snapshot.fromZ[0]] = from
  ;[snapshot.toX[0], snapshot.toZ[0]] = to
  const view = createFrameView(1)
  interpolate(snapshot, 1025, view)
  return [view.x[0], view.z[0]]
}

test('who walks is drawn on the way, who takes a portal is never drawn between its ends', () => {
  expect(between([2, 3], [2.5, 3])).toEqual([2.25, 3])
  expect(between([2, 3], [2, 60])).toEqual([2, 60])
})
