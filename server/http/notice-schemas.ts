import { z } from 'zod'
import type {
  NoticesResponse,
  NoticeSettingsRequest,
  NoticeSettingsView,
  NoticeView,
  PushEndRequest,
  PushRequest,
} from '../../game/api/index.ts'
import { noticeChannels, noticeWords, type NoticeKey } from '../../game/case/index.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const localized = z.object({ id: z.string(), en: z.string() })
const channel = z.enum(noticeChannels)
const hour = z.number().int().min(0).max(23)
const quiet = z
  .object({ from: hour, until: hour })
  .describe('hours of the day in the region in which nothing is sent; the same twice: none')
const language = z.enum(['id', 'en'])

export const noticeSchema = z.object({
  id: z.string(),
  key: z.enum(Object.keys(noticeWords) as [NoticeKey, ...NoticeKey[]]),
  title: localized,
  text: localized,
  at: z.iso.datetime(),
  isRead: z.boolean(),
  about: z.object({ kind: z.string(), id: z.string() }),
  deliveries: list(
    z.object({
      channel,
      state: z.enum(['queued', 'sent', 'failed', 'skipped']),
      reason: z.enum(['no-provider', 'not-wanted', 'no-address', 'too-late']).nullable(),
    }),
  ),
}) satisfies z.ZodType<NoticeView>
export const noticesSchema = z.object({ notices: list(noticeSchema), unread: z.number().int() }) satisfies z.ZodType<NoticesResponse>

export const noticeSettings = z.object({
  wanted: list(channel),
  quiet,
  language,
  emailMasked: z.string().nullable(),
  phoneMasked: z.string(),
  providers: list(channel),
  devices: z.number().int(),
  pushKey: z.string(),
}) satisfies z.ZodType<NoticeSettingsView>
export const noticeSettingsRequest = z.object({
  wanted: list(channel),
  quiet,
  language,
  email: z.string().max(320).nullable().optional(),
}) satisfies z.ZodType<NoticeSettingsRequest>

const endpoint = z.url().max(2048)
/** Of a P-256 point and of 16 bytes, base64url. */
export const pushRequest = z.object({
  endpoint,
  keys: z.object({ p256dh: z.string().regex(/^[\w-]{87}=?$/), auth: z.string().regex(/^[\w-]{22}(==)?$/) }),
}) satisfies z.ZodType<PushRequest>
export const pushEndRequest = z.object({ endpoint }) satisfies z.ZodType<PushEndRequest>
export const noticeParams = z.object({ notice: z.string().min(1).max(64) })
