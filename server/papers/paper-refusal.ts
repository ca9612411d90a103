import { CodedError } from '@balai/engine/core'
import { paperRefusals } from '../../game/api/index.ts'

export type PaperRefusalCode = keyof typeof paperRefusals

/** A refusal of papers; its sentence for people is filled in where it is answered. */
export function paperRefusal(code: PaperRefusalCode, details: Readonly<Record<string, unknown>> = {}): CodedError<PaperRefusalCode> {
  return new CodedError(code, paperRefusals[code].en, details)
}
