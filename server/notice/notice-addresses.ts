import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { NoticeSettingsRequest } from '../../game/api/index.ts'
import { noticeChannels, usualQuietHours, type NoticeChannel, type QuietHours } from '../../game/case/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import type { PushAddress, PushSender } from './push-sender.ts'
import { seal, unseal } from './sealed.ts'

/** What a citizen wishes, as it is kept. */
export type NoticeWishes = {
  readonly wanted: readonly NoticeChannel[]
  readonly quiet: QuietHours
  readonly language: 'id' | 'en'
  /** Sealed; null: none. */
  readonly email: string | null
}
type PushRow = { readonly sealed: string }

const noWishes: NoticeWishes = { wanted: [], quiet: usualQuietHours, language: 'id', email: null }
const mostDevices = 5

/** Where and how a citizen wishes to be told. Addresses are sealed; a browser's is found by the hash of its address. */
export type NoticeAddresses = {
  wishesOf(citizen: string): Promise<NoticeWishes>
  emailOf(citizen: string): Promise<string | null>
  /** @throws CodedError email-invalid */
  putWishes(citizen: string, request: NoticeSettingsRequest): Promise<NoticeWishes>
  devicesOf(citizen: string): Promise<{ readonly id: string; readonly address: PushAddress }[]>
  /** Keeps a browser, and wishes for its messages. @throws CodedError push-address {host}, push-limit {limit} */
  addDevice(citizen: string, address: PushAddress): Promise<void>
  removeDevice(citizen: string, endpoint: string): Promise<void>
  forgetDevice(id: string): Promise<void>
  /** Forgets wishes, e-mail and browsers. */
  forgetAll(citizen: string): Promise<void>
}

export function createNoticeAddresses(options: {
  store: Pick<Store, 'findRecord' | 'putRecord' | 'deleteRecord' | 'recordsOf'>
  clock: () => number
  key: Uint8Array
  push: Pick<PushSender, 'refuses'>
}): NoticeAddresses {
  const { store, clock, key, push } = options

  async function wishesOf(citizen: string): Promise<NoticeWishes> {
    const row = await store.findRecord('notice-wishes', citizen)
    return row === null ? noWishes : (row.data as NoticeWishes)
  }
  async function put(kind: string, id: string, owner: string, data: unknown): Promise<void> {
    const atMs = clock()
    const row: RecordRow = { kind, id, region: '', owner, desk: '', state: '', dueMs: null, createdAtMs: atMs, updatedAtMs: atMs, data }
    await store.putRecord(row)
  }
  async function devicesOf(citizen: string): Promise<{ id: string; address: PushAddress }[]> {
    const rows = await store.recordsOf('push', citizen)
    return rows.map(({ id, data }) => ({ id, address: unseal(key, id, (data as PushRow).sealed) as PushAddress }))
  }
  return {
    wishesOf,
    devicesOf,
    async emailOf(citizen) {
      const { email } = await wishesOf(citizen)
      return email === null ? null : (unseal(key, `email/${citizen}`, email) as string)
    },
    async putWishes(citizen, { wanted, quiet, language, email }) {
      const before = await wishesOf(citizen)
      if (email !== undefined && email !== null && !isEmail(email))
        throw new CodedError('email-invalid', 'an address such as name@example.org')
      const kept = email === undefined ? before.email : email === null ? null : seal(key, `email/${citizen}`, email)
      const wishes: NoticeWishes = { wanted: noticeChannels.filter((channel) => wanted.includes(channel)), quiet, language, email: kept }
      await put('notice-wishes', citizen, citizen, wishes)
      return wishes
    },
    async addDevice(citizen, address) {
      const host = push.refuses(address.endpoint)
      if (host !== null) throw new CodedError('push-address', 'only known push services are called', { host })
      const id = deviceId(address.endpoint)
      const known = await store.recordsOf('push', citizen)
      if (known.length >= mostDevices && known.every((row) => row.id !== id)) {
        throw new CodedError('push-limit', 'turn it off in another browser', { limit: mostDevices })
      }
      await put('push', id, citizen, { sealed: seal(key, id, address) } satisfies PushRow)
      const wishes = await wishesOf(citizen)
      if (!wishes.wanted.includes('push')) await put('notice-wishes', citizen, citizen, { ...wishes, wanted: ['push', ...wishes.wanted] })
    },
    async removeDevice(citizen, endpoint) {
      const id = deviceId(endpoint)
      const row = await store.findRecord('push', id)
      if (row?.owner === citizen) await store.deleteRecord('push', id)
    },
    async forgetDevice(id) {
      await store.deleteRecord('push', id)
    },
    async forgetAll(citizen) {
      for (const { id } of await store.recordsOf('push', citizen)) await store.deleteRecord('push', id)
      await store.deleteRecord('notice-wishes', citizen)
    },
  }
}

function deviceId(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url')
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,}$/i.test(text)
}
