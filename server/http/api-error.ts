import { CodedError } from '@balai/engine/core'
import { apiErrors, type ApiErrorBody, type ApiErrorCode } from '../../game/api/index.ts'
import type { Language } from './language.ts'

/** A refusal of the HTTP interface: its status and sentence come from `apiErrors`. */
export function apiError(code: ApiErrorCode, details: Readonly<Record<string, unknown>> = {}): CodedError<ApiErrorCode> {
  return new CodedError(code, fillSentence(code, 'en', details), details)
}

/** The status and body of a refusal, in the language of who asked. */
export function apiErrorAnswer(
  code: ApiErrorCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): { status: number; body: ApiErrorBody } {
  const body: ApiErrorBody = {
    error: { code, message: fillSentence(code, language, details), ...(Object.keys(details).length > 0 ? { details } : {}) },
  }
  return { status: apiErrors[code].status, body }
}

function isApiErrorCode(code: unknown): code is ApiErrorCode {
  return typeof code === 'string' && Object.hasOwn(apiErrors, code)
}

/** What the words of other tables are called in `apiErrors`; a code not named here is one of ours or a fault. */
const otherCodes: Readonly<Record<string, ApiErrorCode>> = {
  'not-yours': 'unknown-ticket',
  'already-here': 'wrong-state',
  'wrong-counter': 'forbidden',
  'store-broken': 'store-unavailable',
  'store-closed': 'store-unavailable',
  'version-conflict': 'store-unavailable',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bad-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_VALIDATION: 'bad-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
}

/** The row of `apiErrors` that an error stands for, or null for a fault of our own. */
export function apiCodeOf(error: unknown): { code: ApiErrorCode; details: Readonly<Record<string, unknown>> } | null {
  if (!(error instanceof Error)) return null
  const code = (error as { code?: unknown }).code
  const details = error instanceof CodedError ? error.details : {}
  if (error instanceof CodedError && isApiErrorCode(code)) return { code, details }
  const other = typeof code === 'string' && Object.hasOwn(otherCodes, code) ? otherCodes[code] : undefined
  if (other === 'bad-request') return { code: other, details: { reason: error.message } }
  if (other === 'too-large') return { code: other, details: { limit: '64 KB' } }
  if (other === 'store-unavailable') return { code: other, details: {} }
  return other === undefined ? null : { code: other, details }
}

const stateWords: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  waiting: { id: 'menunggu', en: 'waiting' },
  called: { id: 'dipanggil', en: 'called' },
  serving: { id: 'dilayani', en: 'being served' },
  done: { id: 'selesai', en: 'done' },
  reserved: { id: 'sudah dijanjikan', en: 'booked' },
  parked: { id: 'menunggu di ruang lain', en: 'waiting in another room' },
  transferred: { id: 'dialihkan', en: 'transferred' },
  skipped: { id: 'dilewati', en: 'skipped' },
  cancelled: { id: 'dibatalkan', en: 'cancelled' },
  expired: { id: 'kedaluwarsa', en: 'expired' },
}

function fillSentence(code: ApiErrorCode, language: Language, details: Readonly<Record<string, unknown>>): string {
  return apiErrors[code][language].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = details[name]
    const words = isLocalized(value) ? value[language] : value
    const text = typeof words === 'string' || typeof words === 'number' ? String(words) : '?'
    return name === 'state' && Object.hasOwn(stateWords, text) ? stateWords[text][language] : text
  })
}

/** A detail that is called otherwise in each language. */
function isLocalized(value: unknown): value is Readonly<Record<Language, unknown>> {
  return typeof value === 'object' && value !== null && 'id' in value && 'en' in value
}
