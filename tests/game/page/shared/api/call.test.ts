import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApiCall, isUnanswered } from '../../../../../game/page/shared/api/call.ts'
import { newRequestKey } from '../../../../../game/page/shared/api/request-key.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const answer = (status: number, body: string) => Promise.resolve(new Response(body, { status }))

test('a refusal keeps the code, sentence and details of the server', async () => {
  const call = createApiCall({
    language: 'en',
    fetch: () =>
      answer(409, JSON.stringify({ error: { code: 'already-waiting', message: 'You hold A-001.', details: { label: 'A-001' } } })),
  })
  const error = await call('POST', '/api/tickets', { body: {} }).catch((one: unknown) => one)
  expect(error).toMatchObject({ code: 'already-waiting', message: 'You hold A-001.', details: { label: 'A-001' } })
  expect(isUnanswered(error)).toBe(false)
})

test('language, key and body go with the request', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => answer(200, '{"ok":1}'))
  await createApiCall({ language: 'id', fetch })('POST', '/api/tickets', { body: { a: 1 }, idempotencyKey: 'k1234567' })
  expect(fetch.mock.calls[0][1]).toMatchObject({
    method: 'POST',
    body: '{"a":1}',
    headers: { 'accept-language': 'id', 'idempotency-key': 'k1234567' },
  })
})

test('a GET without network is tried three times, a POST once', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new TypeError('no network')))
  const call = createApiCall({ language: 'id', fetch })
  const get = call('GET', '/api/session').catch((one: unknown) => one)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await get).toMatchObject({ code: 'offline' })
  expect(fetch).toHaveBeenCalledTimes(3)
  await expect(call('POST', '/api/tickets')).rejects.toMatchObject({ code: 'offline' })
  expect(fetch).toHaveBeenCalledTimes(4)
})

test('an answer that does not come is a timeout, and nobody knows whether it was heard', async () => {
  const fetch: typeof globalThis.fetch = (_path, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError'))))
  const pending = createApiCall({ language: 'id', fetch })('POST', '/api/tickets', { timeoutMs: 1000 }).catch((one: unknown) => one)
  await vi.advanceTimersByTimeAsync(1001)
  const error = await pending
  expect(error).toMatchObject({ code: 'timeout' })
  expect(isUnanswered(error)).toBe(true)
})

test('what is no JSON is unreadable, a gate page included', async () => {
  const call = createApiCall({ language: 'id', fetch: () => answer(200, '<html>Log in to the hotel') })
  await expect(call('POST', '/x')).rejects.toMatchObject({ code: 'unreadable' })
})

test('request keys fit the header and do not repeat', () => {
  const keys = new Set(Array.from({ length: 200 }, newRequestKey))
  expect(keys.size).toBe(200)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/)
})
