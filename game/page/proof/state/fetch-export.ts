import { CodedError } from '@balai/engine/core'
import type { ApiErrorBody } from '../../../api/index.ts'
import type { Language } from '../../shared/index.ts'

/** A long day over a poor line. */
const patienceMs = 120_000

/** The record of a line as text. @throws CodedError of the API, or `offline`, `timeout` */
export async function fetchExport(path: string, options: { readonly language: Language; readonly fetch: typeof fetch }): Promise<string> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await options.fetch(path, { headers: { 'accept-language': options.language }, signal: stop.signal })
    const text = await response.text()
    if (response.ok) return text
    throw refusal(text, response.status)
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw new CodedError(stop.signal.aborted ? 'timeout' : 'offline', `${path} could not be fetched; try again`)
  } finally {
    clearTimeout(timer)
  }
}

function refusal(text: string, status: number): CodedError {
  try {
    const { error } = JSON.parse(text) as ApiErrorBody
    return new CodedError(error.code, error.message)
  } catch {
    return new CodedError('unreadable', `status ${status} without a reason`)
  }
}
