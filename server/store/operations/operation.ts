import { CodedError } from '@balai/engine/core'
import type { Store, StoreErrorCode } from '../store-port.ts'
import type { Work } from '../steps.ts'

/** A method of the store as work for an engine. A batch of reads alone needs no transaction. */
export type OperationOf<Name extends OperationName> = {
  readonly isWrite: boolean
  /** What crosses to the store's thread instead of the arguments, and reaches `run`. @throws TypeError when the arguments are no plain data */
  readonly pack?: (...args: Parameters<Store[Name]>) => readonly unknown[]
  readonly run: (...args: never[]) => Work<Awaited<ReturnType<Store[Name]>>>
}

/** `close` belongs to the thread, not to the data. */
export type OperationName = Exclude<keyof Store, 'close'>
type Run<Name extends OperationName, Args extends readonly unknown[] = Parameters<Store[Name]>> = (
  ...args: Args
) => Work<Awaited<ReturnType<Store[Name]>>>

export function read<Name extends OperationName>(run: Run<Name>): OperationOf<Name> {
  return { isWrite: false, run: run as OperationOf<Name>['run'] }
}

export function write<Name extends OperationName>(run: Run<Name>): OperationOf<Name> {
  return { isWrite: true, run: run as OperationOf<Name>['run'] }
}

/** A write whose request is packed at the caller's end. */
export function packedWrite<Name extends OperationName, Packed extends readonly unknown[]>(
  pack: (...args: Parameters<Store[Name]>) => Packed,
  run: Run<Name, Packed>,
): OperationOf<Name> {
  return { isWrite: true, pack, run: run as unknown as OperationOf<Name>['run'] }
}

export function storeError(
  code: StoreErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): CodedError<StoreErrorCode> {
  return new CodedError(code, message, details)
}
