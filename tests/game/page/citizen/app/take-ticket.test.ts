import { CodedError } from '@balai/engine/core'
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TicketView } from '../../../../../game/api/index.ts'
import type { CitizenApp } from '../../../../../game/page/citizen/app/citizen-app.ts'
import { createPendingTakes } from '../../../../../game/page/citizen/app/pending-takes.ts'
import { createTicketTaker } from '../../../../../game/page/citizen/app/take-ticket.ts'

const request = { region: 'kukar', group: 'g', service: null }
const ticket = { id: 't1', region: 'kukar', group: 'g', state: 'waiting' } as TicketView

function setUp(answers: (() => unknown)[], isSignedIn = true) {
  const keys: string[] = []
  const opened: string[] = []
  let serial = 0
  const app = {
    text: { language: 'id', t: (key: string) => key },
    session: signal(isSignedIn ? { role: 'citizen' } : null),
    tickets: signal<readonly TicketView[]>([]),
    socket: { state: signal('waiting') },
    queue: signal(null),
    open: (panel: { kind: string }) => opened.push(panel.kind),
    call: async (method: string, _path: string, options?: { idempotencyKey?: string }) => {
      if (method === 'POST') keys.push(options?.idempotencyKey ?? '')
      return answers.shift()?.()
    },
  }
  const pendings = createPendingTakes(null, () => `key-${++serial}`)
  const taker = createTicketTaker(app as unknown as CitizenApp, pendings)
  return { app, taker, pendings, keys, opened }
}

const lost = () => {
  throw new CodedError('offline', 'gone')
}
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a lost answer is asked for again with the same key, and gives one number', async () => {
  const { app, taker, keys, opened, pendings } = setUp([lost, lost, () => ticket])
  taker.take(request)
  await settle()
  expect(taker.taking.value).toMatchObject({ state: 'waiting', message: 'error.offline' })
  await vi.advanceTimersByTimeAsync(5_000)
  app.socket.state.value = 'open'
  await settle()
  expect(keys).toEqual(['key-1', 'key-1', 'key-1'])
  expect(app.tickets.value).toEqual([ticket])
  expect(opened.at(-1)).toBe('ticket')
  expect([taker.taking.value, pendings.first()]).toEqual([null, null])
})

test('a visitor signs in first; a session that has ended signs in again', async () => {
  const visitor = setUp([], false)
  visitor.taker.take(request)
  expect([visitor.opened, visitor.keys]).toEqual([['sign-in'], []])
  const ended = setUp([
    () => {
      throw new CodedError('sign-in-required', 'sign in')
    },
  ])
  ended.taker.take(request)
  await settle()
  expect([ended.opened.at(-1), ended.app.session.value]).toEqual(['sign-in', null])
})

test('who already waits sees the number that is theirs', async () => {
  const { app, taker, opened } = setUp([
    () => {
      throw new CodedError('already-waiting', 'you have one')
    },
    () => ({ tickets: [ticket] }),
  ])
  taker.take(request)
  await settle()
  expect([opened.at(-1), app.tickets.value]).toEqual(['ticket', [ticket]])
})

test('a refusal is said in the words of the server and not asked again', async () => {
  const { taker, keys } = setUp([
    () => {
      throw new CodedError('queue-full', 'Nomor hari ini habis.')
    },
  ])
  taker.take(request)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(taker.taking.value).toMatchObject({ state: 'refused', message: 'Nomor hari ini habis.' })
  expect(keys).toHaveLength(1)
})
