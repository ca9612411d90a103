import { expect, test } from 'vitest'
import { createUploadQueue } from '../../../game/camera/upload-queue.ts'
import { sampleStream } from '../stream/stream-samples.ts'

const { parts } = sampleStream(10)
const place = (batch: { segment: number; part: number; durationS: number } | null) =>
  batch && `${batch.segment}.${batch.part} ${batch.durationS.toFixed(2)}`

test('parts go one by one while the uplink keeps up', () => {
  const queue = createUploadQueue()
  const sent = parts.slice(0, 6).map((part) => {
    queue.push(part)
    return place(queue.take())
  })
  expect(sent).toEqual(['0.0 0.25', '0.1 0.25', '0.2 0.25', '0.3 0.25', '1.0 0.25', '1.1 0.25'])
  expect(queue.take()).toBe(null)
})

test('what waits together in one segment goes together, with its own numbers', () => {
  const queue = createUploadQueue()
  queue.push(parts[0])
  expect(place(queue.take())).toBe('0.0 0.25')
  for (const part of parts.slice(1, 7)) queue.push(part)
  const rest = queue.take()
  expect([place(rest), rest?.isLast, rest?.bytes.length]).toEqual([
    '0.1 0.75',
    true,
    parts.slice(1, 4).reduce((sum, part) => sum + part.bytes.length, 0),
  ])
  expect(place(queue.take())).toBe('1.0 0.75')
  queue.push(parts[7])
  expect(place(queue.take())).toBe('1.1 0.25')
})

test('behind by more than two seconds: the newest segment start is what goes next', () => {
  const queue = createUploadQueue()
  for (const part of parts.slice(0, 14)) queue.push(part)
  expect(queue.dropBehind(2)).toBe(12)
  expect(place(queue.take())).toBe('3.0 0.50')
  expect(queue.dropBehind(2)).toBe(0)
})

test('after a loss the rest of that segment is left out, and a key frame is wanted only in the middle of one', () => {
  const queue = createUploadQueue()
  expect(queue.needsKey).toBe(false)
  queue.push(parts[0])
  queue.push(parts[1])
  queue.skipSegment()
  expect(queue.needsKey).toBe(false)
  queue.take()
  queue.skipSegment()
  expect(queue.needsKey).toBe(true)
  queue.push(parts[2])
  expect(queue.take()).toBe(null)
  queue.push(parts[4])
  expect(place(queue.take())).toBe('1.0 0.25')
})
