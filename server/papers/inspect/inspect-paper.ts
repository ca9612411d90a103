import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import { checkPdf, detectPaperType, paperError, refuseForeignTraces, type PaperErrorCode } from '../../../game/case/index.ts'
import { inflateWhole } from './inflate-whole.ts'
import type { InspectAnswer, InspectRequest } from './inspect-wire.ts'
import { rewriteJpeg, rewritePng } from './rewrite-picture.ts'

/** Checks a file and writes it anew. Runs in a thread of its own: what it is given may be made to hurt. */
export function inspectPaper({ bytes, limits }: InspectRequest): InspectAnswer {
  try {
    const type = detectPaperType(bytes)
    if (bytes.length > limits.mostBytes) {
      throw paperError('paper-too-large', `${bytes.length} bytes`, { limit: `${Math.floor(limits.mostBytes / (1024 * 1024))} MB` })
    }
    refuseForeignTraces(bytes, type)
    const { pages, kept } = rewrite(bytes, type, limits)
    return { ok: true, type, pages, kept, sentSha256: sha256(bytes), sha256: sha256(kept) }
  } catch (error) {
    // What a decoder throws at is broken to it, whatever it calls that.
    const known =
      error instanceof CodedError ? (error as CodedError<PaperErrorCode>) : paperError('paper-broken', String(error).slice(0, 200))
    return { ok: false, code: known.code, message: known.message, details: known.details }
  }
}

function rewrite(
  bytes: Uint8Array,
  type: ReturnType<typeof detectPaperType>,
  limits: InspectRequest['limits'],
): { pages: number; kept: Uint8Array } {
  if (type === 'image/jpeg') return { pages: 1, kept: rewriteJpeg(bytes, limits) }
  if (type === 'image/png') return { pages: 1, kept: rewritePng(bytes, limits) }
  const { pages, bytes: kept } = checkPdf(bytes, limits, inflateWhole)
  return { pages, kept }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
