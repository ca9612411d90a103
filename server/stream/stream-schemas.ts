import { z } from 'zod'
import type { StreamStartRequest, StreamStartResponse } from '../../game/api/index.ts'

const codec = z.string().regex(/^[\w.]{2,32}$/)

export const startSchema = z.object({
  video: z.object({ codec, width: z.int().min(16).max(4096), height: z.int().min(16).max(4096) }).nullable(),
  audio: z.object({ codec, sampleRate: z.int().min(8000).max(96_000), channels: z.int().min(1).max(2) }).nullable(),
  bandwidth: z.int().min(1).max(10_000_000).describe('bit/s that the sender means to use'),
}) satisfies z.ZodType<StreamStartRequest>

export const startedSchema = z.object({ stream: z.string(), playlist: z.string() }) satisfies z.ZodType<StreamStartResponse>

export const counterParams = z.object({ counter: z.string().min(1).max(64) })
export const streamParams = counterParams.extend({ stream: z.uuid() })
export const fileParams = counterParams.extend({ file: z.string().min(1).max(64) })

const count = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const flag = z.enum(['0', '1']).transform((value) => value === '1')

export const partQuery = z.object({
  segment: count.describe("the sender's own count of segments; a number left out says that time was lost"),
  part: count.describe('counts from 0 in each segment'),
  duration: z.coerce.number().describe('seconds'),
  independent: flag.default(false).describe('1: starts with a key frame'),
  last: flag.default(false).describe('1: closes its segment'),
})

export const slateBody = z.object({ on: z.boolean() })

/** Blocking reload, rfc8216bis 6.2.5.2. */
export const playlistQuery = z
  .object({ _HLS_msn: count.optional(), _HLS_part: count.optional() })
  .refine((query) => query._HLS_part === undefined || query._HLS_msn !== undefined, '_HLS_part needs _HLS_msn')
