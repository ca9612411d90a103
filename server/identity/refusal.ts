import { CodedError } from '@balai/engine/core'
import { apiErrors, type ApiErrorCode } from '../../game/api/index.ts'

/**
 * A refusal for the person who asked. The message is the row's sentence unfilled: what was typed (a number, digits of a NIK)
 * stands in `details` alone, because messages reach logs.
 */
export function refusal(code: ApiErrorCode, details: Readonly<Record<string, unknown>> = {}): CodedError<ApiErrorCode> {
  return new CodedError(code, apiErrors[code].en, details)
}

const zones = [
  ['WIB', 7],
  ['WITA', 8],
  ['WIT', 9],
] as const

/** `08.05 WIB / 09.05 WITA / 10.05 WIT`: the person's own zone is not known here. The minute is rounded up. */
export function indonesianTimes(atMs: number): string {
  const minutes = Math.ceil(atMs / 60_000)
  return zones
    .map(([name, hours]) => {
      const ofDay = (minutes + hours * 60) % 1440
      return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}.${String(ofDay % 60).padStart(2, '0')} ${name}`
    })
    .join(' / ')
}
