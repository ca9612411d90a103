import type { Readable } from 'node:stream'
import type { Actor } from '../audit/index.ts'

export type PaperType = 'image/jpeg' | 'image/png' | 'application/pdf' | 'application/json'
/** A paper in the vault: what is known of it without opening it. Its bytes are encrypted under a key of its own. */
export type Paper = {
  readonly id: string
  /** The citizen's id. */
  readonly owner: string
  readonly region: string
  /** The kind of paper, as in `Requirement.paper`; `form` for the answers of a form, `issued` for a document out. */
  readonly kind: string
  readonly type: PaperType
  /** Of the stored bytes in clear. */
  readonly bytes: number
  readonly pages: number
  /** SHA-256 of what was sent and of what is kept (images are encoded anew), hexadecimal. */
  readonly sentSha256: string
  readonly sha256: string
  readonly scan: 'clean' | 'not-scanned'
  /** YYYY-MM-DD; null: it does not end, or nobody said. */
  readonly expiresOn: string | null
  readonly createdAtMs: number
}

/** Papers and other personal bytes. Refusals are CodedError with a code of `apiErrors`. */
export interface PaperVault {
  find(id: string): Promise<Paper | null>
  /** Newest first. */
  of(owner: string): Promise<Paper[]>
  /** Checks, encodes anew, scans, encrypts and keeps: what came from outside. @throws the refusals of papers */
  accept(input: {
    owner: string
    region: string
    kind: string
    expiresOn: string | null
    file: string
    /** Its id, when it was given before: what is accepted again under it replaces what was there. */
    id?: string
  }): Promise<Paper>
  /** Keeps bytes that the server made itself (answers as JSON, an issued PDF). */
  put(input: { owner: string; region: string; kind: string; type: PaperType; pages: number; bytes: Uint8Array }): Promise<Paper>
  /** The bytes in clear. Writes the audit first: `why` is shown to the owner. @throws unknown-paper */
  open(id: string, by: Actor, why: string): Promise<{ readonly paper: Paper; readonly body: Readable }>
  /**
   * Says that a case uses it: its officers may open it from now on, and it is not erased for want of use. Said twice is said once.
   * @throws unknown-paper
   */
  use(id: string, caseId: string): Promise<void>
  /** The cases that use it; none for a paper that is not there. */
  usesOf(id: string): Promise<readonly string[]>
  /** Destroys the key and the bytes; the row stays, with the state `erased`. */
  erase(id: string): Promise<void>
}
