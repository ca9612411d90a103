import { CodedError } from '@balai/engine/core'
import { z } from 'zod'
import { plainReference } from '../../game/case/index.ts'
import type { ProviderNotice } from './provider-port.ts'

const noticeSchema = z.object({
  id: z.string().min(1).max(128),
  reference: z.string().min(1).max(64),
  rupiah: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
})

/** The body of a notice, once its signature is known to be right: `{"id", "reference", "rupiah"}`. @throws CodedError bad-request */
export function readNoticeBody(body: string): ProviderNotice {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    throw new CodedError('bad-request', 'the notice is no JSON', { reason: 'JSON' })
  }
  const parsed = noticeSchema.safeParse(json)
  if (!parsed.success) throw new CodedError('bad-request', z.prettifyError(parsed.error), { reason: z.prettifyError(parsed.error) })
  const { id, reference, rupiah } = parsed.data
  return { providerId: id, reference: plainReference(reference), rupiah }
}
