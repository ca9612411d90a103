import { CodedError } from '@balai/engine/core'
import type { PushRequest } from '../../../api/index.ts'

/** What of the browser is needed to be told something while the page is closed. */
export type PushTools = {
  readonly ask: () => Promise<NotificationPermission>
  /** Registers the page's service worker and waits until it works. */
  readonly worker: () => Promise<{ readonly pushManager: PushManager }>
}

/** null: this browser cannot, or the address has no https. */
export function findPushTools(): PushTools | null {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return null
  return {
    ask: () => Notification.requestPermission(),
    worker: () => navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready),
  }
}

/** Subscribes this browser under the server's key. @throws CodedError push-denied; the browser's own error when its push service is away */
export async function startPush(tools: PushTools, pushKey: string): Promise<PushRequest> {
  if ((await tools.ask()) !== 'granted') throw new CodedError('push-denied', 'the browser was told not to show messages')
  const { pushManager } = await tools.worker()
  const before = await pushManager.getSubscription()
  // One made under another key (another install at this address) would never be answered.
  if (before !== null && !isSameKey(before.options.applicationServerKey, pushKey)) await before.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) })
  const { endpoint, keys } = subscription.toJSON()
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined)
    throw new CodedError('push-failed', 'the browser gave no address')
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
}

/** @returns the address that ended; null: there was none */
export async function stopPush(tools: PushTools): Promise<string | null> {
  const subscription = await (await tools.worker()).pushManager.getSubscription()
  await subscription?.unsubscribe()
  return subscription?.endpoint ?? null
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function isSameKey(key: ArrayBuffer | null, pushKey: string): boolean {
  if (key === null) return false
  const [known, wanted] = [new Uint8Array(key), bytesOf(pushKey)]
  return known.length === wanted.length && known.every((byte, index) => byte === wanted[index])
}
