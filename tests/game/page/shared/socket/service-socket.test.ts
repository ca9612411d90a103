import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backoffMs } from '../../../../../game/page/shared/socket/backoff.ts'
import { keepChatHistory } from '../../../../../game/page/shared/socket/chat-history.ts'
import { createServiceSocket, serviceSocketUrl } from '../../../../../game/page/shared/socket/service-socket.ts'

type Line = {
  onopen?: () => void
  onmessage?: (message: { data: string }) => void
  onclose?: () => void
  sent: unknown[]
  isClosed: boolean
  send(text: string): void
  close(): void
}

function newLine(): Line {
  const line: Line = {
    sent: [],
    isClosed: false,
    send: (text) => {
      line.sent.push(JSON.parse(text))
    },
    close: () => {
      line.isClosed = true
    },
  }
  return line
}

function setUp() {
  const lines: Line[] = []
  const socket = createServiceSocket({
    url: 'ws://x',
    random: () => 0.5,
    open: () => {
      lines.push(newLine())
      return lines[lines.length - 1] as unknown as WebSocket
    },
  })
  return { socket, lines, last: () => lines[lines.length - 1] }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the address follows the scheme of the page', () => {
  expect(serviceSocketUrl({ protocol: 'https:', host: 'a.id' }, 'en')).toBe('wss://a.id/socket/service?bahasa=en')
  expect(serviceSocketUrl({ protocol: 'http:', host: 'localhost:1' }, 'id')).toBe('ws://localhost:1/socket/service?bahasa=id')
})

test('a lost line comes back, later each time, and at once when asked', () => {
  const { socket, lines, last } = setUp()
  last().onopen?.()
  expect(socket.state.value).toBe('open')
  last().onclose?.()
  expect(socket.state.value).toBe('waiting')
  expect(socket.send({ type: 'watch', region: null })).toBe(false)
  vi.advanceTimersByTime(499)
  expect(lines).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(lines).toHaveLength(2)
  last().onclose?.()
  vi.advanceTimersByTime(999)
  expect(lines).toHaveLength(2)
  socket.reconnect()
  expect(lines).toHaveLength(3)
})

test('a silent line is found dead within 35 s; any message keeps it', () => {
  const { socket, last, lines } = setUp()
  last().onopen?.()
  vi.advanceTimersByTime(25_000)
  expect(last().sent).toMatchObject([{ type: 'ping' }])
  last().onmessage?.({ data: '{"type":"pong","at":0}' })
  vi.advanceTimersByTime(25_000 + 9_999)
  expect(socket.state.value).toBe('open')
  vi.advanceTimersByTime(1)
  expect(socket.state.value).toBe('waiting')
  expect(lines[0].isClosed).toBe(true)
})

test('what an old line still says is not heard, and what cannot be read is passed over', () => {
  const { socket, lines } = setUp()
  const heard: string[] = []
  socket.on('hello', ({ role }) => heard.push(role))
  lines[0].onopen?.()
  lines[0].onmessage?.({ data: 'not json' })
  lines[0].onmessage?.({ data: 'null' })
  lines[0].onmessage?.({ data: '{"type":"hello","role":"visitor"}' })
  socket.reconnect()
  lines[0].onmessage?.({ data: '{"type":"hello","role":"officer"}' })
  lines[0].onclose?.()
  expect(heard).toEqual(['visitor'])
  expect(socket.state.value).toBe('connecting')
})

test('closing is for good', () => {
  const { socket, last, lines } = setUp()
  last().onopen?.()
  socket.close()
  vi.advanceTimersByTime(120_000)
  socket.reconnect()
  expect([lines.length, socket.state.value]).toEqual([1, 'closed'])
})

test('waits double to 20 s and are spread by 30 %', () => {
  expect([0, 1, 2, 10, 99].map((attempt) => backoffMs(attempt, 0.5))).toEqual([500, 1000, 2000, 20_000, 20_000])
  expect([backoffMs(0, 0), backoffMs(0, 0.999_999)]).toEqual([350, 650])
})

test('lines of a talk are kept once, from before anybody asks', () => {
  const { socket, last } = setUp()
  const history = keepChatHistory(socket)
  const line = { type: 'contact.chat', contact: 'c-1', key: 'k', from: 'officer', text: 'halo', at: '2026-01-01T00:00:00Z' }
  for (let n = 0; n < 2; n += 1) last().onmessage?.({ data: JSON.stringify(line) })
  last().onmessage?.({ data: JSON.stringify({ ...line, contact: 'c-2' }) })
  expect(history.of('c-1').map(({ text }) => text)).toEqual(['halo'])
})
