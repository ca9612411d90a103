import { CodedError } from '@balai/engine/core'
import type { Connection } from '../connection.ts'
import type { Store, StoreErrorCode } from '../store-port.ts'

/** A method of the store as a plain function on a connection. A read runs without a savepoint. */
export type Operation<Args extends readonly unknown[], Result> = {
  readonly isWrite: boolean
  readonly run: (connection: Connection, ...args: Args) => Result
}

/** `close` belongs to the thread, not to the data. */
export type OperationName = Exclude<keyof Store, 'close'>
export type OperationOf<Name extends OperationName> = Operation<Parameters<Store[Name]>, Awaited<ReturnType<Store[Name]>>>

export function read<Name extends OperationName>(run: OperationOf<Name>['run']): OperationOf<Name> {
  return { isWrite: false, run }
}

export function write<Name extends OperationName>(run: OperationOf<Name>['run']): OperationOf<Name> {
  return { isWrite: true, run }
}

export function storeError(
  code: StoreErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): CodedError<StoreErrorCode> {
  return new CodedError(code, message, details)
}
