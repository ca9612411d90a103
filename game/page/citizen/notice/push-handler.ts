import type { PushMessage } from '../../../api/index.ts'

/** The part of a service worker's scope that messages need; the page's DOM types do not know that thread. */
export type PushScope = {
  addEventListener(type: 'push', listen: (event: Waiting & { readonly data: { json(): unknown } | null }) => void): void
  addEventListener(type: 'notificationclick', listen: (event: Waiting & { readonly notification: Shown }) => void): void
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Open[]>
    openWindow(url: string): Promise<unknown>
  }
}
type Waiting = { waitUntil(work: Promise<unknown>): void }
type Shown = { readonly data: unknown; close(): void }
type Open = { readonly url: string; focus(): Promise<unknown>; navigate?(url: string): Promise<unknown> }

/** What is shown when a message cannot be read: a browser that shows nothing loses the right to be told. */
const fallback: PushMessage = { title: 'Balai', body: 'Ada kabar untuk Anda. Buka Balai.', tag: 'balai', url: '/kabar' }

/** Shows what the push service brings, and opens the page when it is touched. */
export function handlePush(scope: PushScope): void {
  scope.addEventListener('push', (event) => {
    const { title, body, tag, url } = readPush(event.data)
    event.waitUntil(scope.registration.showNotification(title, { body, tag, renotify: true, data: { url } }))
  })
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(openPage(scope, urlOf(event.notification.data)))
  })
}

/** @param data what came, trusted no more than anything else that comes from outside */
export function readPush(data: { json(): unknown } | null): PushMessage {
  try {
    const message = data?.json() as Partial<Record<keyof PushMessage, unknown>> | null | undefined
    const text = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise)
    return {
      title: text(message?.title, fallback.title),
      body: text(message?.body, fallback.body),
      tag: text(message?.tag, fallback.tag),
      url: urlOf(message),
    }
  } catch {
    return fallback
  }
}

/** A page of this place, whatever came. */
function urlOf(data: unknown): string {
  const { url } = (data ?? {}) as { url?: unknown }
  return typeof url === 'string' && /^\/(?!\/)/.test(url) ? url : fallback.url
}

/** The page that is open already comes to the front; else a new one opens. */
async function openPage({ clients }: PushScope, url: string): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open === undefined) {
    await clients.openWindow(url)
    return
  }
  await open.focus()
  await open.navigate?.(url)
}
