/** One row for each expected failure of a module: what it means and what to do. */
export type ErrorTable = Readonly<Record<string, { readonly meaning: string; readonly remedy: string }>>

/**
 * An expected failure with a code from a module's closed table.
 * `message` carries the offending value and the remedy; `code` is what programs branch on.
 */
export class CodedError<Code extends string = string> extends Error {
  readonly code: Code
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: Code, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'CodedError'
    this.code = code
    this.details = details
  }
}
