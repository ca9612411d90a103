import { signal, type Signal } from '@preact/signals'
import type { NoticesResponse, NoticeSettingsRequest, NoticeSettingsView, NoticeView, SessionResponse } from '../../../api/index.ts'
import type { NoticeChannel } from '../../../case/index.ts'
import type { ApiCall } from '../../shared/index.ts'
import { startPush, stopPush, type PushTools } from './browser-push.ts'

/** What the page knows. */
export type NoticesApp = {
  readonly list: Signal<NoticesResponse>
  readonly settings: Signal<NoticeSettingsView>
  /** Whether this browser takes messages at all. */
  readonly canPush: boolean
  read(notice: string): Promise<void>
  readAll(): Promise<void>
  save(request: NoticeSettingsRequest): Promise<void>
  /** Asks the person, then the browser, then tells the server. @throws CodedError `push-denied` when they said no */
  pushOn(): Promise<void>
  pushOff(): Promise<void>
}

/** Whether a way may be ticked: nothing is ever sent by one without a provider, but who wished for it before may take the wish back. */
export function isOffered({ providers, wanted }: Pick<NoticeSettingsView, 'providers' | 'wanted'>, channel: NoticeChannel): boolean {
  return providers.includes(channel) || wanted.includes(channel)
}

/** Everything that the page shows, or null for who has not signed in as a citizen. @throws CodedError of the API */
export async function openNotices(call: ApiCall, push: PushTools | null): Promise<NoticesApp | null> {
  const { session } = await call<SessionResponse>('GET', '/api/session')
  if (session?.role !== 'citizen') return null
  const [first, wishes] = await Promise.all([
    call<NoticesResponse>('GET', '/api/notices'),
    call<NoticeSettingsView>('GET', '/api/notices/settings'),
  ])
  const list = signal(first)
  const settings = signal(wishes)
  return {
    list,
    settings,
    canPush: push !== null,
    async read(notice) {
      const read = await call<NoticeView>('POST', `/api/notices/${notice}/read`)
      const before = list.value.notices.find(({ id }) => id === notice)
      list.value = {
        notices: list.value.notices.map((one) => (one.id === notice ? read : one)),
        unread: list.value.unread - (before?.isRead === false ? 1 : 0),
      }
    },
    async readAll() {
      list.value = await call<NoticesResponse>('POST', '/api/notices/read')
    },
    async save(request) {
      settings.value = await call<NoticeSettingsView>('PUT', '/api/notices/settings', { body: request })
    },
    async pushOn() {
      if (push === null) return
      const address = await startPush(push, settings.value.pushKey)
      settings.value = await call<NoticeSettingsView>('POST', '/api/notices/push', { body: address })
    },
    async pushOff() {
      if (push === null) return
      const endpoint = await stopPush(push)
      if (endpoint !== null) settings.value = await call<NoticeSettingsView>('DELETE', '/api/notices/push', { body: { endpoint } })
    },
  }
}
