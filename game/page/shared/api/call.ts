import { CodedError } from '@balai/engine/core'
import type { ApiErrorBody, ApiErrorCode } from '../../../api/index.ts'
import type { Language } from '../text/translate.ts'

/** Refusals of the server, and the three ways in which no readable answer came. */
export type CallErrorCode = ApiErrorCode | 'offline' | 'timeout' | 'unreadable'
export type CallError = CodedError<CallErrorCode>

export type CallOptions = {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Makes the call safe to send again: the server answers the first result. */
  readonly idempotencyKey?: string
  /** Milliseconds before the call counts as unanswered; 15,000 when left out. */
  readonly timeoutMs?: number
}
export type ApiCall = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options?: CallOptions) => Promise<T>

/**
 * The one door to the HTTP interface.
 * GETs that found no network are tried twice more; everything else is tried once, the caller decides.
 * @throws CodedError with a CallErrorCode; `message` is the server's sentence in the language asked for.
 */
export function createApiCall(options: { language: Language; fetch: typeof fetch }): ApiCall {
  return async <T>(method: string, path: string, call: CallOptions = {}): Promise<T> => {
    const tries = method === 'GET' ? 3 : 1
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await callOnce(options, { method, path, call })) as T
      } catch (error) {
        if (attempt >= tries || !isUnanswered(error)) throw error
        await new Promise((done) => setTimeout(done, 400 * 2 ** attempt))
      }
    }
  }
}

/** True when nobody knows whether the server got it: worth sending again with the same key. */
export function isUnanswered(error: unknown): boolean {
  if (!(error instanceof CodedError)) return false
  return ['offline', 'timeout', 'unreadable', 'store-unavailable', 'internal'].includes(error.code)
}

type Once = { method: string; path: string; call: CallOptions }

async function callOnce(options: { language: Language; fetch: typeof fetch }, once: Once): Promise<unknown> {
  const { method, path, call } = once
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': options.language }
  if (call.body !== undefined) headers['content-type'] = 'application/json'
  if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), call.timeoutMs ?? 15_000)
  try {
    const response = await options.fetch(path, {
      method,
      headers,
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      credentials: 'same-origin',
      signal: stop.signal,
    })
    const text = await response.text()
    if (response.ok) return text === '' ? null : readJson(text, path)
    throw refusal(readJson(text, path), response.status)
  } catch (error) {
    if (error instanceof CodedError) throw error
    if (stop.signal.aborted) throw new CodedError('timeout', `${path} did not answer in time; send it again`)
    throw new CodedError('offline', `${path} could not be reached; send it again when the network is back`)
  } finally {
    clearTimeout(timer)
  }
}

function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CodedError('unreadable', `${path} did not answer JSON; send it again`)
  }
}

function refusal(body: unknown, status: number): CodedError {
  const error = (body as Partial<ApiErrorBody> | null)?.error
  // As it comes: the table of refusals has both languages, and no page should carry it to check a word of its own server.
  if (typeof error?.code === 'string' && typeof error.message === 'string')
    return new CodedError(error.code, error.message, error.details ?? {})
  return new CodedError(status >= 500 ? 'internal' : 'bad-request', error?.message ?? `status ${status}`)
}
