import { CodedError } from '@balai/engine/core'
import { storeError, type OperationName } from './operations/index.ts'
import type { StoreErrorCode } from './store-port.ts'

/** What the two threads say to each other. Answers come in the order of the requests, after the commit that holds them. */
export type StoreRequest = { readonly id: number; readonly name: OperationName; readonly args: readonly unknown[] }
export type StoreAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError }
export type ToStoreThread = { readonly type: 'requests'; readonly requests: readonly StoreRequest[] } | { readonly type: 'close' }
export type FromStoreThread =
  | { readonly type: 'open' }
  | { readonly type: 'refused'; readonly error: WireError }
  | { readonly type: 'answers'; readonly answers: readonly StoreAnswer[] }

/** An error crosses as plain data: structured clone would drop its code. `code` is null for a caller's mistake. */
export type WireError = {
  readonly code: StoreErrorCode | null
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

const sqliteConstraint = 19

export function toWireError(error: unknown): WireError {
  if (error instanceof CodedError) return { code: error.code as StoreErrorCode, message: error.message, details: error.details }
  const { message, code, errcode } = error as { message?: string; code?: string; errcode?: number }
  if (code === 'ERR_SQLITE_ERROR') {
    if (((errcode ?? 0) & 0xff) === sqliteConstraint) return duplicate(message)
    return {
      code: 'store-broken',
      message: `SQLite refused: ${message} (${errcode}); free space or restore the file`,
      details: { errcode },
    }
  }
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return fromSqlState(code, message)
  // Node refuses a value that SQLite cannot hold; everything else is the disk's or the connection's.
  return { code: error instanceof TypeError ? null : 'store-broken', message: message || String(error), details: {} }
}

/** PostgreSQL's codes: the first two characters are the class. */
function fromSqlState(state: string, message?: string): WireError {
  if (state.startsWith('23')) return duplicate(message)
  // A value that PostgreSQL cannot hold, such as a text with a NUL.
  if (state.startsWith('22')) return { code: null, message: `PostgreSQL cannot hold it: ${message}`, details: {} }
  return { code: 'store-broken', message: `PostgreSQL refused: ${message} (${state}); look at its log`, details: { state } }
}

function duplicate(message?: string): WireError {
  return { code: 'duplicate-key', message: `${message}: a row with this key exists`, details: {} }
}

export function fromWireError(error: WireError): Error {
  return error.code === null ? new TypeError(error.message) : storeError(error.code, error.message, error.details)
}
