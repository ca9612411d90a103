import type { PaperErrorCode, PaperFileType, PaperLimits } from '../../../game/case/index.ts'

/** A file to look at. Its bytes go to the thread, and do not come back. */
export type InspectRequest = { readonly bytes: Uint8Array; readonly limits: PaperLimits }
/** What is kept of it, written anew; or why it is no paper. */
export type InspectAnswer =
  | {
      readonly ok: true
      readonly type: PaperFileType
      readonly pages: number
      readonly kept: Uint8Array
      /** SHA-256, hexadecimal. */
      readonly sentSha256: string
      readonly sha256: string
    }
  | { readonly ok: false; readonly code: PaperErrorCode; readonly message: string; readonly details: Readonly<Record<string, unknown>> }
