import { expect, test } from 'vitest'
import { handlePush, readPush, type PushScope } from '../../../../../game/page/citizen/notice/push-handler.ts'

const came = (value: unknown) => ({ json: () => value })

test('what cannot be read is still shown, and no address but our own is opened', () => {
  expect(readPush(null).title).toBe('Balai')
  expect(readPush({ json: () => JSON.parse('{') }).body).toContain('Buka Balai')
  expect(readPush(came({ title: 'A', body: 'B', tag: 'C', url: '/kabar' }))).toEqual({ title: 'A', body: 'B', tag: 'C', url: '/kabar' })
  for (const url of ['https://evil.example', '//evil.example', 'javascript:alert(1)', 7]) expect(readPush(came({ url })).url).toBe('/kabar')
})

test('shows a message, and a touch brings the open page to the front', async () => {
  const listeners: Record<string, (event: never) => void> = {}
  const done: string[] = []
  let open = [{ url: '/x', focus: async () => void done.push('focus'), navigate: async (url: string) => void done.push(`go ${url}`) }]
  const scope: PushScope = {
    addEventListener: (type: string, listen: (event: never) => void) => void (listeners[type] = listen),
    registration: { showNotification: async (title, options) => void done.push(`${title} ${JSON.stringify(options)}`) },
    clients: { matchAll: async () => open, openWindow: async (url) => void done.push(`open ${url}`) },
  }
  handlePush(scope)
  const work: Promise<unknown>[] = []
  const waitUntil = (one: Promise<unknown>) => void work.push(one)
  const tell = (type: string, event: object) => listeners[type](event as never)
  tell('push', { waitUntil, data: came({ title: 'Anda dipanggil', body: 'Buka Balai.', tag: 't', url: '/kabar' }) })
  const notification = { data: { url: '/kabar' }, close: () => void done.push('close') }
  tell('notificationclick', { waitUntil, notification })
  await Promise.all(work)
  open = []
  tell('notificationclick', { waitUntil, notification })
  await Promise.all(work)
  expect(done).toEqual([
    'Anda dipanggil {"body":"Buka Balai.","tag":"t","renotify":true,"data":{"url":"/kabar"}}',
    'close',
    'focus',
    'go /kabar',
    'close',
    'open /kabar',
  ])
})
