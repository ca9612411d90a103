import { z } from 'zod'
import type { PaperLimitsView, PaperRequest, PapersResponse, PaperView } from '../../game/api/index.ts'

/** Schemas of papers; the upload itself is bytes, and has none. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const uploadParams = z.object({ upload: id })
export const paperParams = z.object({ paper: id })
export const casePaperParams = z.object({ case: z.string().min(1).max(64), paper: id })

export const paperRequest = z.object({
  upload: id,
  kind: slug,
  region: z.string().min(1).max(64),
  expiresOn: z.iso.date().nullable(),
}) satisfies z.ZodType<PaperRequest>

export const paperSchema = z.object({
  id: z.string(),
  kind: z.string(),
  region: z.string(),
  type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  bytes: z.number().int(),
  pages: z.number().int(),
  sentSha256: sha256,
  sha256,
  scan: z.enum(['clean', 'not-scanned']),
  expiresOn: z.iso.date().nullable(),
  createdAt: z.iso.datetime(),
}) satisfies z.ZodType<PaperView>

const limits = z.object({
  mostBytes: z.number().int(),
  mostPages: z.number().int(),
  mostMegapixels: z.number(),
}) satisfies z.ZodType<PaperLimitsView>

export const papersSchema = z.object({ papers: z.array(paperSchema).readonly(), limits }) satisfies z.ZodType<PapersResponse>

/** A paper's bytes, always as an attachment. */
export const paperFile = z.unknown().describe('the bytes of the paper, content-type as in its view')
export const erased = z.object({ erased: z.literal(true) })
export const rotated = z.object({ wrapped: z.number().int().describe('keys that were wrapped anew') })
