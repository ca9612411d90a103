import { canonicalJson } from '../audit/canonical-json.ts'

/**
 * What the seal of a document says: all of it is printed on the document or public. Ed25519 signs the canonical JSON of it (keys sorted, no spaces),
 * so that neither the bytes of the PDF nor any of these can be changed unnoticed. Hashes: SHA-256, lower-case hexadecimal.
 */
export type DocumentStatement = {
  readonly format: 'balai-document-1'
  /** Of the verification page: a statement shown under another code is not this document's. */
  readonly code: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  /** The kind of document, as its title says. */
  readonly title: string
  /** "B. S."; null: no name is on it. */
  readonly holder: string | null
  /** YYYY-MM-DD, in the region's time zone. */
  readonly issuedOn: string
  /** Of what is written on it with a nonce that stays in the house: nobody can guess a line and check it. */
  readonly content: string
  /** Of the PDF's bytes. */
  readonly pdf: string
}
export type DocumentSeal = {
  readonly statement: DocumentStatement
  readonly key: string
  /** Ed25519, base64url. */
  readonly signature: string
}

/** The text that is signed. */
export function statementText(statement: DocumentStatement): string {
  return canonicalJson(statement)
}

/** The text whose hash is `content`. @param nonce at least 16 random bytes as text */
export function contentText(text: { readonly title: string; readonly lines: readonly unknown[] }, nonce: string): string {
  return `${nonce}\n${canonicalJson(text)}`
}

/** What a stranger is told of a code. */
export type Verdict = 'active' | 'superseded' | 'revoked' | 'not-genuine'

/**
 * What to believe. Anything that does not fit makes a document "not genuine": no seal, a statement under another code, a signature that fails.
 * @param isSigned what the check of the signature over `statementText` gave
 */
export function verdictOf(asked: {
  readonly code: string
  readonly seal: DocumentSeal | null
  readonly isSigned: boolean
  readonly state: 'active' | 'superseded' | 'revoked' | null
}): Verdict {
  const { code, seal, isSigned, state } = asked
  if (seal === null || state === null || !isSigned) return 'not-genuine'
  return seal.statement.code === code ? state : 'not-genuine'
}
