import type { Collector, DocumentSeal, PickupLane, ProductKind, ShownIdentity, Verdict } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'
import type { OfficerRow } from '../store/index.ts'

/** An issued document, as a case and a citizen see it. */
export type IssuedDocument = {
  readonly id: string
  readonly case: string
  readonly citizen: string
  readonly region: string
  readonly agency: string
  readonly service: string
  /** `DOK-…`: printed on it; with its seal it opens the verification page. */
  readonly number: string
  readonly state: 'active' | 'superseded' | 'revoked'
  /** The PDF in the paper vault. */
  readonly paper: string
  readonly issuedAtMs: number
  readonly prints: number
  readonly title: string
  readonly kind: ProductKind
  /** Of the verification page. */
  readonly code: string
  /** Whether a code waits to be used, and whether a PIN was chosen. */
  readonly hasPickupCode: boolean
  readonly hasPin: boolean
  readonly handedOver: { readonly atMs: number; readonly lane: PickupLane; readonly collector: Collector } | null
}
/** What is written on a document. Lines are for people; nothing else of the case goes into the PDF. */
export type DocumentText = { readonly title: string; readonly lines: readonly { readonly label: string; readonly text: string }[] }

export interface DocumentService {
  /**
   * Makes the PDF with its seal, keeps it, and supersedes an earlier one of the same case. The same case and version: the same document.
   * @throws CodedError document-text when a line cannot be printed
   */
  issue(input: {
    readonly case: string
    readonly citizen: string
    readonly region: string
    readonly agency: string
    readonly service: string
    readonly text: DocumentText
    readonly atMs: number
    /** Missing: `self-print`. */
    readonly kind?: ProductKind
  }): Promise<IssuedDocument>
  /** @throws CodedError document-unknown, document-not-active, document-reason */
  revoke(id: string, reason: string, byOfficer: string): Promise<IssuedDocument>
  ofCase(id: string): Promise<IssuedDocument[]>
  ofCitizen(citizen: string): Promise<IssuedDocument[]>
  find(id: string): Promise<IssuedDocument | null>
}

/** What a stranger learns of a code: nothing but what is printed on the document. */
export type Verification = {
  readonly verdict: Verdict
  /** Why it is not genuine: not even a code, no document of that code, or a seal that does not fit; null: it is genuine. */
  readonly why: 'mistyped' | 'unknown' | 'broken-seal' | null
  readonly seal: DocumentSeal | null
  /** Of the key that sealed it: 32 bytes, base64url. */
  readonly publicKey: string | null
}
export interface DocumentVerifier {
  verify(code: string): Promise<Verification>
}

/** How the product of a case reached its holder. */
export type CollectedHow = 'desk' | 'drive-thru' | 'mini-mall' | 'self-print' | 'download'
export type CollectedListener = (caseId: string, how: CollectedHow) => Promise<void>

/** How documents reach their holders. Refusals are CodedError of `documentErrors`. */
export interface PickupDesk {
  /** A new code for a counter or kiosk; the one before is worthless then. */
  makeCode(citizen: string, id: string): Promise<string>
  setPin(citizen: string, id: string, pin: string): Promise<void>
  /** The PDF. The audit knows who opened it. */
  open(id: string, by: Actor, why: string): Promise<{ readonly document: IssuedDocument; readonly bytes: Uint8Array }>
  /** The citizen has it as a file. */
  downloaded(id: string): Promise<void>
  /** What a code or a number opens at a counter; the look is told to the audit. */
  look(asked: string, officer: OfficerRow): Promise<IssuedDocument>
  handOver(asked: string, officer: OfficerRow, how: { readonly lane: PickupLane; readonly shown: ShownIdentity }): Promise<IssuedDocument>
  /** Counts a print at a kiosk of the region: code and PIN. The token opens the PDF for a few minutes, so that a jam can be printed again. */
  print(region: string, code: string, pin: string): Promise<{ readonly document: IssuedDocument; readonly token: string }>
  /** @throws CodedError pickup-code when the token has ended or was never given */
  openPrint(token: string): Promise<{ readonly document: IssuedDocument; readonly bytes: Uint8Array }>
  /** Who is told when a handover, a print or a download is on the disk. One listener; a CodedError of it means that the case does not want to hear of it. */
  onCollected(tellCase: CollectedListener): void
  /** Tells cases of handovers that they have not heard of: the server may have ended between. */
  tend(): Promise<void>
}
