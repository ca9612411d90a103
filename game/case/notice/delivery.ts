import { noticeWords, type NoticeKey } from './notice-words.ts'
import { sendAtMs, type QuietHours } from './quiet-hours.ts'

/** Ways out of the list. */
export const noticeChannels = ['push', 'sms', 'whatsapp', 'email'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

export type SkipReason = 'no-provider' | 'not-wanted' | 'no-address' | 'too-late'
/** How far one notice came on one channel. */
export type Delivery =
  | { readonly channel: NoticeChannel; readonly state: 'queued'; readonly dueMs: number; readonly tries: number }
  /** A provider has taken it over; that somebody has read it is not said. */
  | { readonly channel: NoticeChannel; readonly state: 'sent'; readonly atMs: number }
  | { readonly channel: NoticeChannel; readonly state: 'failed'; readonly atMs: number }
  | { readonly channel: NoticeChannel; readonly state: 'skipped'; readonly reason: SkipReason }

/** What became of one try. */
export type Outcome = 'taken-over' | 'failed' | 'gone'

export type DeliveryWishes = {
  readonly wanted: readonly NoticeChannel[]
  /** Channels on which the person can be reached. */
  readonly addresses: readonly NoticeChannel[]
  /** Channels that this install has a provider for. */
  readonly providers: readonly NoticeChannel[]
  readonly quiet: QuietHours
  readonly utcOffsetMinutes: number
}

/** Minutes until the next try, after the first, second, … */
const waitMinutes = [1, 5, 25, 125]
/** Whoever is called is not told an hour later. */
const urgentMs = 10 * 60_000

/** What is to be sent of a notice, by which way and when; and why the other ways stay unused. Nothing for what stands in the list only. */
export function planDeliveries(key: NoticeKey, wishes: DeliveryWishes, nowMs: number): Delivery[] {
  const { outside, isUrgent } = noticeWords[key]
  if (outside === null) return []
  const dueMs = isUrgent ? nowMs : sendAtMs(nowMs, wishes.utcOffsetMinutes, wishes.quiet)
  return noticeChannels.map((channel) => {
    const reason = whyNot(channel, wishes)
    return reason === null ? { channel, state: 'queued', dueMs, tries: 0 } : { channel, state: 'skipped', reason }
  })
}

function whyNot(channel: NoticeChannel, { wanted, addresses, providers }: DeliveryWishes): SkipReason | null {
  if (!wanted.includes(channel)) return 'not-wanted'
  if (!providers.includes(channel)) return 'no-provider'
  return addresses.includes(channel) ? null : 'no-address'
}

/** What a queued delivery becomes before a try: still queued, or too late to be of use. @param bornMs when the notice was written */
export function beforeTry(key: NoticeKey, delivery: Delivery, bornMs: number, nowMs: number): Delivery {
  const isLate = noticeWords[key].isUrgent && nowMs > bornMs + urgentMs
  return delivery.state === 'queued' && isLate ? { channel: delivery.channel, state: 'skipped', reason: 'too-late' } : delivery
}

/** What a queued delivery becomes by a try. Others stay as they are. */
export function afterTry(delivery: Delivery, outcome: Outcome, nowMs: number): Delivery {
  if (delivery.state !== 'queued') return delivery
  const { channel, tries } = delivery
  if (outcome === 'taken-over') return { channel, state: 'sent', atMs: nowMs }
  if (outcome === 'gone') return { channel, state: 'skipped', reason: 'no-address' }
  if (tries >= waitMinutes.length) return { channel, state: 'failed', atMs: nowMs }
  return { channel, state: 'queued', dueMs: nowMs + waitMinutes[tries] * 60_000, tries: tries + 1 }
}
