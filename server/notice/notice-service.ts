import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { NoticeSettingsView, NoticesResponse, NoticeView, PushMessage } from '../../game/api/index.ts'
import {
  afterTry,
  beforeTry,
  fillNotice,
  noticeWords,
  planDeliveries,
  type Delivery,
  type NoticeChannel,
  type NoticeKey,
  type Outcome,
} from '../../game/case/index.ts'
import { maskPhone, type Log } from '../identity/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import type { MessageSenders } from './channel-port.ts'
import type { NoticeAddresses, NoticeWishes } from './notice-addresses.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import type { PushSender } from './push-sender.ts'

/** Something to tell one person. */
export type News = {
  readonly citizen: string
  readonly region: string
  readonly key: NoticeKey
  readonly about: { readonly kind: string; readonly id: string }
  /** Numbers and days for the places of the sentence; never a name. */
  readonly values: Readonly<Record<string, string>>
  /** Tells two events of one kind about one thing from each other; the same again is told once. */
  readonly occasion: string
}
/** As a notice is kept. */
export type NoticeData = Pick<News, 'key' | 'about' | 'values'> & {
  readonly readAtMs: number | null
  readonly deliveries: readonly Delivery[]
}

export type NoticeService = {
  readonly addresses: NoticeAddresses
  /** Puts it into the person's list and plans its ways out. Resolves when it is on the disk. */
  tell(news: News): Promise<void>
  of(citizen: string): Promise<NoticesResponse>
  /** @throws CodedError unknown-notice */
  markRead(citizen: string, notice: string): Promise<NoticeView>
  markAllRead(citizen: string): Promise<NoticesResponse>
  settingsOf(citizen: string): Promise<NoticeSettingsView>
  /** Sends what is due. @returns how many tries were made */
  deliver(): Promise<number>
}

const shown = 100
const deliveredAtOnce = 200

export function createNoticeService(options: {
  store: Pick<Store, 'findRecord' | 'putRecord' | 'recordsOf' | 'recordsDue' | 'findCitizen'>
  clock: () => number
  addresses: NoticeAddresses
  push: PushSender
  senders: MessageSenders
  /** Minutes that a region is ahead of UTC. */
  offsetOf: (region: string, atMs: number) => number
  log: Log
}): NoticeService {
  const { store, clock, addresses, push, senders, offsetOf, log } = options
  const oneAtATime = createOneAtATime()
  const providers: readonly NoticeChannel[] = ['push', ...(Object.keys(senders) as NoticeChannel[])]

  async function reachable(citizen: string): Promise<NoticeChannel[]> {
    const [devices, email, row] = await Promise.all([addresses.devicesOf(citizen), addresses.emailOf(citizen), store.findCitizen(citizen)])
    const phone: NoticeChannel[] = row === null ? [] : ['sms', 'whatsapp']
    return [...(devices.length > 0 ? (['push'] as const) : []), ...phone, ...(email === null ? [] : (['email'] as const))]
  }
  async function own(citizen: string, notice: string): Promise<RecordRow> {
    const row = await store.findRecord('notice', notice)
    if (row === null || row.owner !== citizen) throw new CodedError('unknown-notice', 'there is no such notice of this citizen')
    return row
  }
  function read(row: RecordRow): Promise<NoticeView> {
    return oneAtATime(row.id, async () => {
      const now = await own(row.owner, row.id)
      const data = now.data as NoticeData
      if (data.readAtMs !== null) return viewOf(now)
      const next = { ...now, updatedAtMs: clock(), data: { ...data, readAtMs: clock() } }
      await store.putRecord(next)
      return viewOf(next)
    })
  }

  async function sendPush(citizen: string, message: PushMessage, isUrgent: boolean): Promise<Outcome> {
    let best: Outcome = 'gone'
    for (const { id, address } of await addresses.devicesOf(citizen)) {
      const outcome = await push.send(address, message, isUrgent)
      if (outcome === 'gone') await addresses.forgetDevice(id)
      if (outcome === 'taken-over' || best === 'gone') best = outcome
    }
    return best
  }
  async function tryOne(row: RecordRow, delivery: Delivery, wishes: NoticeWishes): Promise<Delivery> {
    const { key, about } = row.data as NoticeData
    const ready = beforeTry(key, delivery, row.createdAtMs, clock())
    if (ready.state !== 'queued' || ready.dueMs > clock()) return ready
    const { outside, isUrgent, title } = noticeWords[key]
    // Who asked for it to stop meanwhile is not written to.
    if (!wishes.wanted.includes(ready.channel) || outside === null)
      return { channel: ready.channel, state: 'skipped', reason: 'not-wanted' }
    const text = outside[wishes.language]
    if (ready.channel === 'push') {
      const message = { title: title[wishes.language], body: text, tag: `${about.kind}-${row.id.slice(0, 8)}`, url: '/kabar' }
      return afterTry(ready, await sendPush(row.owner, message, isUrgent), clock())
    }
    const to = ready.channel === 'email' ? await addresses.emailOf(row.owner) : ((await store.findCitizen(row.owner))?.phone ?? null)
    const outcome = to === null ? 'gone' : await senders[ready.channel]?.send({ to, text: `Balai: ${text}` })
    return outcome === undefined ? { channel: ready.channel, state: 'skipped', reason: 'no-provider' } : afterTry(ready, outcome, clock())
  }
  async function deliverOne(id: string): Promise<number> {
    return oneAtATime(id, async () => {
      const row = await store.findRecord('notice', id)
      if (row === null || row.state !== 'queued') return 0
      const data = row.data as NoticeData
      const wishes = await addresses.wishesOf(row.owner)
      const deliveries: Delivery[] = []
      for (const one of data.deliveries) deliveries.push(await tryOne(row, one, wishes))
      await store.putRecord({ ...row, ...placeOf(deliveries), updatedAtMs: clock(), data: { ...data, deliveries } })
      return deliveries.filter((one, index) => one !== data.deliveries[index]).length
    })
  }
  /** Sent at once when it may be: who is called does not wait for the next round. */
  function startNow(id: string): void {
    deliverOne(id).catch((error: unknown) => log({ error }, 'a notice was not sent; it is tried again'))
  }

  return {
    addresses,
    async tell(news) {
      const { citizen, region, key, about, values, occasion } = news
      const id = createHash('sha256')
        .update(JSON.stringify([citizen, key, about.kind, about.id, occasion]))
        .digest('base64url')
      const isDue = await oneAtATime(id, async () => {
        if ((await store.findRecord('notice', id)) !== null) return false
        const nowMs = clock()
        const wishes = await addresses.wishesOf(citizen)
        const deliveries = planDeliveries(
          key,
          { ...wishes, addresses: await reachable(citizen), providers, utcOffsetMinutes: offsetOf(region, nowMs) },
          nowMs,
        )
        const data: NoticeData = { key, about, values, readAtMs: null, deliveries }
        const row = { kind: 'notice', id, region, owner: citizen, desk: '', createdAtMs: nowMs, updatedAtMs: nowMs, data }
        const place = placeOf(deliveries)
        await store.putRecord({ ...row, ...place })
        return place.dueMs !== null && place.dueMs <= nowMs
      })
      if (isDue) startNow(id)
    },
    async of(citizen) {
      const rows = await store.recordsOf('notice', citizen)
      const unread = rows.filter(({ data }) => (data as NoticeData).readAtMs === null).length
      return { notices: rows.slice(0, shown).map(viewOf), unread }
    },
    markRead: async (citizen, notice) => read(await own(citizen, notice)),
    async markAllRead(citizen) {
      for (const row of await store.recordsOf('notice', citizen)) if ((row.data as NoticeData).readAtMs === null) await read(row)
      return this.of(citizen)
    },
    async settingsOf(citizen) {
      const [wishes, devices, email, row] = await Promise.all([
        addresses.wishesOf(citizen),
        addresses.devicesOf(citizen),
        addresses.emailOf(citizen),
        store.findCitizen(citizen),
      ])
      const { wanted, quiet, language } = wishes
      const phoneMasked = row === null ? '' : maskPhone(row.phone)
      return {
        wanted,
        quiet,
        language,
        phoneMasked,
        providers,
        devices: devices.length,
        pushKey: push.publicKey,
        emailMasked: maskEmail(email),
      }
    },
    async deliver() {
      let tries = 0
      for (const { id } of await store.recordsDue('notice', 'queued', clock(), deliveredAtOnce)) tries += await deliverOne(id)
      return tries
    },
  }
}

/** Where the row stands in the list of what is due. */
function placeOf(deliveries: readonly Delivery[]): { readonly state: 'queued' | 'settled'; readonly dueMs: number | null } {
  const due = deliveries.flatMap((one) => (one.state === 'queued' ? [one.dueMs] : []))
  return due.length === 0 ? { state: 'settled', dueMs: null } : { state: 'queued', dueMs: Math.min(...due) }
}

function viewOf({ id, createdAtMs, data }: RecordRow): NoticeView {
  const { key, about, values, readAtMs, deliveries } = data as NoticeData
  const { title, text } = noticeWords[key]
  return {
    id,
    key,
    about,
    title: { id: fillNotice(title.id, values), en: fillNotice(title.en, values) },
    text: { id: fillNotice(text.id, values), en: fillNotice(text.en, values) },
    at: new Date(createdAtMs).toISOString(),
    isRead: readAtMs !== null,
    deliveries: deliveries.map((one) => ({ channel: one.channel, state: one.state, reason: one.state === 'skipped' ? one.reason : null })),
  }
}

function maskEmail(email: string | null): string | null {
  return email === null ? null : `${email[0]}•••${email.slice(email.indexOf('@'))}`
}
