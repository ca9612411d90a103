import { expect, test } from 'vitest'
import { addMessage, unconfirmed, type ChatMessage } from '../../../../../game/page/shared/talk/chat-log.ts'
import { isTooWeakForVideo, recoveryStep } from '../../../../../game/page/shared/talk/recovery.ts'
import { readTalkSignal } from '../../../../../game/page/shared/talk/talk-signal.ts'

test('a line that is down: a new path after 1.5 s, again every 4 s, a rung down after 12 s', () => {
  expect(recoveryStep(1_400, null)).toBe('wait')
  expect(recoveryStep(1_500, null)).toBe('restart')
  expect(recoveryStep(4_000, 2_500)).toBe('wait')
  expect(recoveryStep(5_500, 4_000)).toBe('restart')
  expect(recoveryStep(12_000, 500)).toBe('lower')
})

test('too weak for a picture only when three looks in a row are bad', () => {
  const sample = (received: number, lost: number, outgoingBitsPerSecond: number | null = 500_000) => ({
    received,
    lost,
    outgoingBitsPerSecond,
  })
  expect(isTooWeakForVideo([sample(0, 0), sample(100, 50), sample(200, 100)])).toBe(false)
  expect(isTooWeakForVideo([sample(0, 0), sample(100, 50), sample(200, 100), sample(300, 150)])).toBe(true)
  expect(isTooWeakForVideo([sample(0, 0), sample(100, 50), sample(200, 50), sample(300, 100)])).toBe(false)
  expect(isTooWeakForVideo([sample(0, 0), sample(1, 1), sample(2, 2), sample(3, 3)])).toBe(false)
  expect(isTooWeakForVideo(Array.from({ length: 4 }, () => sample(0, 0, 60_000)))).toBe(true)
})

test('a message is shown once, and has arrived when the server says so', () => {
  const mine: ChatMessage = { key: 'a', from: 'citizen', text: 'halo', at: null }
  let log = addMessage([], mine)
  expect(unconfirmed(log, 'citizen')).toEqual([mine])
  log = addMessage(log, { ...mine, at: '2026-01-01T00:00:00Z' })
  log = addMessage(log, { ...mine, at: '2026-01-01T00:00:09Z' })
  log = addMessage(log, { ...mine, from: 'officer', at: '2026-01-01T00:00:02Z' })
  expect(log.map((row) => row.at)).toEqual(['2026-01-01T00:00:00Z', '2026-01-01T00:00:02Z'])
  expect(unconfirmed(log, 'citizen')).toEqual([])
})

test('signals from outside are checked', () => {
  expect(readTalkSignal({ kind: 'offer', round: 'r', sdp: 'v=0' })).toEqual({ kind: 'offer', round: 'r', sdp: 'v=0' })
  expect(readTalkSignal({ kind: 'sending', video: 1, audio: true, more: 1 })).toEqual({ kind: 'sending', video: false, audio: true })
  for (const bad of [
    null,
    'x',
    3,
    {},
    { kind: 'offer', round: 'r' },
    { kind: 'ready' },
    { kind: 'ready', round: 'x'.repeat(65) },
    { kind: 'candidate', round: 'r', candidate: null },
    { kind: 'other', round: 'r' },
  ]) {
    expect(readTalkSignal(bad)).toBeNull()
  }
})
