import { CodedError } from '@balai/engine/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiErrors, type ApiErrorCode } from '../../game/api/index.ts'
// The files and not their door: that one registers these very routes.
import { apiErrorAnswer } from '../http/api-error.ts'
import { answerLanguage } from '../http/language.ts'

/** Answers what these routes refuse; gives false for a fault that is not theirs. */
export function answerRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const refusal = refusalOf(error)
  if (!refusal) return false
  const { code, details } = refusal
  const { status, body } = apiErrorAnswer(code, answerLanguage(request), details)
  reply.code(status).send(body)
  return true
}

/** `details.refusal` names the row of `streamRefusals`: the sender branches on it. */
function refusalOf(error: unknown): { code: ApiErrorCode; details: Readonly<Record<string, unknown>> } | null {
  if (!(error instanceof Error)) return null
  const code = (error as { code?: unknown }).code
  if (error instanceof CodedError) {
    if (code === 'stream-unknown' || code === 'stream-replaced') return { code: 'unknown-stream', details: { refusal: code } }
    if (typeof code === 'string' && Object.hasOwn(apiErrors, code)) return { code: code as ApiErrorCode, details: error.details }
    return { code: 'bad-request', details: { reason: error.message, refusal: code } }
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'too-large', details: { limit: '512 KB' } }
  if (typeof code === 'string' && /^FST_ERR_(VALIDATION|CTP_|BAD_URL)/.test(code))
    return { code: 'bad-request', details: { reason: error.message } }
  return null
}
