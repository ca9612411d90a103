import { CodedError } from '@balai/engine/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiErrors, type ApiErrorBody, type ApiErrorCode } from '../../game/api/index.ts'

/** Thrown by a route here: a row of `apiErrors`. */
export function streamApiError(code: ApiErrorCode, details: Readonly<Record<string, unknown>> = {}): CodedError<ApiErrorCode> {
  return new CodedError(code, apiErrors[code].en, details)
}

/** Answers what these routes refuse; gives false for a fault that is not theirs. */
export function answerRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const refusal = refusalOf(error)
  if (!refusal) return false
  const { code, details } = refusal
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id'
  const message = apiErrors[code][language].replace(/\{(\w+)\}/g, (_whole, name: string) => asText(details[name]))
  const body: ApiErrorBody = { error: { code, message, ...(Object.keys(details).length > 0 ? { details } : {}) } }
  reply.code(apiErrors[code].status).send(body)
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

/** What a sentence can say of a detail: numbers and words; anything else is left to `details`. */
const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '?')
