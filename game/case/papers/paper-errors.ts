import { CodedError, type ErrorTable } from '@balai/engine/core'

/** Why a file is no paper. Each has its sentence for people in `paperRefusals` of `game/api`. */
export const paperErrors = {
  'paper-empty': { meaning: 'the file has no bytes', remedy: 'choose another file' },
  'paper-too-large': { meaning: 'the file has more bytes than a paper may', remedy: 'photograph at a smaller size' },
  'paper-type': { meaning: 'the first bytes are of no JPEG, PNG or PDF', remedy: 'send a photograph or a PDF' },
  'paper-broken': { meaning: 'the structure of its type does not hold', remedy: 'photograph the sheet again, or save it again' },
  'paper-two-in-one': { meaning: 'something of another type lies in it or after its end', remedy: 'photograph the sheet again' },
  'paper-pixels': { meaning: 'a picture has more pixels than may be decoded', remedy: 'photograph at a smaller size' },
  'paper-pages': { meaning: 'a PDF has no page, or more pages than a paper may', remedy: 'send the pages that are asked for' },
  'paper-encrypted': { meaning: 'a PDF needs a password', remedy: 'save it without one' },
  'paper-active': { meaning: 'a PDF holds actions, scripts or form programs', remedy: 'print it to a plain PDF' },
  'paper-embedded': { meaning: 'a PDF holds other files', remedy: 'send those one by one' },
  'paper-filter': { meaning: 'a PDF packs a stream in a way that is not taken', remedy: 'save it as a plain PDF' },
  'paper-bomb': { meaning: 'unpacked it would be larger than may be', remedy: 'photograph the sheet again' },
} as const satisfies ErrorTable
export type PaperErrorCode = keyof typeof paperErrors

/** @param seen what was found, for the log of a developer: no bytes of the file */
export function paperError(
  code: PaperErrorCode,
  seen: string,
  details: Readonly<Record<string, unknown>> = {},
): CodedError<PaperErrorCode> {
  return new CodedError(code, `${paperErrors[code].meaning} (${seen}): ${paperErrors[code].remedy}`, details)
}
