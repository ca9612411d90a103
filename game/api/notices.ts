import type { Localized, NoticeChannel, NoticeKey, NoticeSkipReason, QuietHours } from '../case/index.ts'

/** GET /api/notices: mine, newest first, at most a hundred; `unread` counts all of them. */
export type NoticesResponse = { readonly notices: readonly NoticeView[]; readonly unread: number }
/** POST /api/notices/:notice/read answers it; POST /api/notices/read marks all and answers NoticesResponse. */
export type NoticeView = {
  readonly id: string
  readonly key: NoticeKey
  readonly title: Localized
  readonly text: Localized
  /** ISO 8601. */
  readonly at: string
  readonly isRead: boolean
  /** What to open: a ticket, case, payment, complaint, … by its id. */
  readonly about: { readonly kind: string; readonly id: string }
  /** How it left the list, honestly; empty: it stands in the list only. */
  readonly deliveries: readonly NoticeDelivery[]
}
export type NoticeDelivery = {
  readonly channel: NoticeChannel
  readonly state: 'queued' | 'sent' | 'failed' | 'skipped'
  /** Of `skipped`. */
  readonly reason: NoticeSkipReason | null
}

/** GET, PUT /api/notices/settings. POST and DELETE /api/notices/push answer it too. */
export type NoticeSettingsView = {
  readonly wanted: readonly NoticeChannel[]
  readonly quiet: QuietHours
  /** The language of what leaves the list. */
  readonly language: 'id' | 'en'
  /** `s•••@example.go.id`; null: none is known. */
  readonly emailMasked: string | null
  readonly phoneMasked: string
  /** Ways that this install has a provider for. Others may be wished for, and are skipped until there is one. */
  readonly providers: readonly NoticeChannel[]
  /** Browsers that take messages. */
  readonly devices: number
  /** The application server key for `pushManager.subscribe`, base64url. */
  readonly pushKey: string
}
export type NoticeSettingsRequest = {
  readonly wanted: readonly NoticeChannel[]
  readonly quiet: QuietHours
  readonly language: 'id' | 'en'
  /** Left out: as it is; null: forgotten. */
  readonly email?: string | null
}
/** POST /api/notices/push: what `PushSubscription.toJSON()` says. */
export type PushRequest = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }
/** DELETE /api/notices/push */
export type PushEndRequest = { readonly endpoint: string }
/** What a browser's push service brings: no number, no name. `tag`: a later one takes the place of an earlier one. */
export type PushMessage = { readonly title: string; readonly body: string; readonly tag: string; readonly url: string }

/** Rows of `apiErrors`. */
export const noticeRefusals = {
  'unknown-notice': { status: 404, id: 'Pemberitahuan ini tidak ada.', en: 'There is no such notice.' },
  'push-address': {
    status: 422,
    id: 'Peramban ini memakai layanan pesan yang tidak kami kenal ({host}). Pemberitahuan tetap ada di Balai.',
    en: 'This browser uses a push service that we do not know ({host}). Notices are still in Balai.',
  },
  'push-limit': {
    status: 409,
    id: 'Paling banyak {limit} peramban. Matikan dahulu di salah satunya.',
    en: 'At most {limit} browsers. Turn it off in one of them first.',
  },
  'email-invalid': {
    status: 422,
    id: 'Alamat surel ini tidak dapat dipakai. Contoh: nama@contoh.id.',
    en: 'This e-mail address cannot be used. Example: name@example.org.',
  },
} as const
