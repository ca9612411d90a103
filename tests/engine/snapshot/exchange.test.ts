import {
  createFrameView,
  createSnapshotReceiver,
  createSnapshotSender,
  interpolate,
  openSnapshot,
  type SnapshotPort,
} from '@balai/engine/snapshot'
import { describe, expect, it } from 'vitest'

/** Two ports joined; messages wait until `flush`. */
function joined() {
  const waiting: (() => void)[] = []
  const a: SnapshotPort = { onmessage: null, postMessage: (data) => void waiting.push(() => b.onmessage?.({ data })) }
  const b: SnapshotPort = { onmessage: null, postMessage: (data) => void waiting.push(() => a.onmessage?.({ data })) }
  const flush = (): void => {
    while (waiting.length > 0) waiting.shift()?.()
  }
  return { a, b, flush }
}

describe('exchange', () => {
  it('gives the newest picture and goes round with three buffers for ever', () => {
    const { a, b, flush } = joined()
    const sender = createSnapshotSender(a, 4)
    let arrivals = 0
    const receiver = createSnapshotReceiver(b, () => (arrivals += 1))
    const buffers = new Set<ArrayBuffer>()
    for (let tick = 1; tick <= 100; tick++) {
      const arrays = sender.begin()
      if (arrays === null) throw new Error('no buffer came back')
      buffers.add(arrays.buffer)
      arrays.header[4] = tick
      sender.send(arrays)
      flush()
      if (tick % 3 === 0) expect(receiver.latest()?.header[4]).toBe(tick)
      flush()
    }
    expect(buffers.size).toBe(3)
    expect(arrivals).toBe(100)
    expect(sender.skipped()).toBe(0)
  })

  it('leaves pictures out, and counts them, while the reader holds every buffer', () => {
    const { a, flush } = joined()
    const sender = createSnapshotSender(a, 4)
    for (let i = 0; i < 3; i++) {
      const arrays = sender.begin()
      if (arrays !== null) sender.send(arrays)
    }
    flush()
    expect(sender.begin()).toBeNull()
    expect(sender.skipped()).toBe(1)
  })

  it('refuses what is not a snapshot, with what was found', () => {
    expect(() => openSnapshot(new ArrayBuffer(4))).toThrow('4 bytes')
    expect(() => openSnapshot(new ArrayBuffer(64))).toThrow('magic')
  })
})

describe('interpolate', () => {
  it('goes from the tick before to the tick, and never past it', () => {
    const { a } = joined()
    const arrays = createSnapshotSender(a, 2).begin()
    if (arrays === null) throw new Error('no buffer')
    arrays.header[3] = 1
    arrays.header[5] = 0
    arrays.time[0] = 1000
    arrays.fromX[0] = 2
    arrays.toX[0] = 3
    const view = createFrameView(2)
    expect(interpolate(arrays, 1025, view)).toBe(true)
    expect(view.x[0]).toBe(2.5)
    expect(view.ownIndex).toBe(0)
    expect(interpolate(arrays, 1100, view)).toBe(false)
    expect(view.x[0]).toBe(3)
  })
})
