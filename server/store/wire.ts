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
  if (code !== 'ERR_SQLITE_ERROR') {
    // Node refuses a value that SQLite cannot hold; everything else that is not SQLite's is the disk's.
    const isMistake = error instanceof TypeError
    return { code: isMistake ? null : 'store-broken', message: message ?? String(error), details: {} }
  }
  if (((errcode ?? 0) & 0xff) === sqliteConstraint) {
    return { code: 'duplicate-key', message: `${message}: a row with this key exists`, details: {} }
  }
  return { code: 'store-broken', message: `SQLite refused: ${message} (${errcode}); free space or restore the file`, details: { errcode } }
}

export function fromWireError(error: WireError): Error {
  return error.code === null ? new TypeError(error.message) : storeError(error.code, error.message, error.details)
}
