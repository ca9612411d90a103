import { CodedError, type ErrorTable } from '@balai/engine/core'

/** Why a map and a catalogue do not make a mall, beyond what the map reader itself refuses (`mapErrors` of the engine). */
export const mallErrors = {
  'bad-counter-name': {
    meaning: 'A counter zone has a name that cannot stand in a URL.',
    remedy: "Name it in small letters, digits and hyphens, such as 'loket-01'.",
  },
  'no-tenant': {
    meaning: 'A counter zone names no agency.',
    remedy: "Give it the custom property tenant with an agency's slug, such as 'disdukcapil'.",
  },
  'unknown-wing': {
    meaning: 'A wing zone names no wing.',
    remedy: 'Name it kependudukan, pajak, kesehatan, usaha, sosial or perbankan.',
  },
} as const satisfies ErrorTable
export type MallErrorCode = keyof typeof mallErrors

/** A map that is no mall. The message names the zone and ends in the remedy. */
export class MallError extends CodedError<MallErrorCode> {
  constructor(code: MallErrorCode, what: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code, `${what}. ${mallErrors[code].remedy}`, details)
    this.name = 'MallError'
  }
}
