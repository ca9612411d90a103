import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. A browser's is asynchronous. */
export type Sha256 = (text: string) => string | Promise<string>

/** The beginning of a day of a region's audit. */
export type AuditHead = {
  readonly format: 'balai-audit-1'
  readonly region: string
  /** YYYY-MM-DD in the region's own time zone. */
  readonly day: string
  readonly utcOffsetMinutes: number
  /** The last day before it that has lines, and its last hash; null: the first day that was ever written. */
  readonly before: { readonly day: string; readonly hash: string } | null
}
/** What happened, in full. Plain data: ids, no names. */
export type AuditFacts = {
  readonly atMs: number
  readonly act: string
  readonly by: { readonly role: string; readonly id: string | null; readonly agency: string | null }
  readonly citizen: string | null
  readonly about: { readonly kind: string; readonly id: string }
  readonly why: string
}
/** What an export shows of it: when, what kind of act on what kind of thing, by which role of which agency. */
export type AuditShown = {
  readonly atMs: number
  readonly act: string
  readonly role: string
  readonly agency: string | null
  readonly kind: string
}
/** What stays under the seal: who acted, whose record, which one, and why. */
export type AuditHidden = { readonly by: string | null; readonly citizen: string | null; readonly id: string; readonly why: string }
/** A line of an export. Hashes: SHA-256, lower-case hexadecimal. */
export type AuditLine = { readonly entry: AuditShown; readonly seal: string; readonly hash: string }

/** The act of the line that ends a day: nothing follows it, and the next day is bound to its hash. */
export const closingAct = 'audit.closed'

/** What is shown of an entry and what is sealed. */
export function splitEntry({ atMs, act, by, citizen, about, why }: AuditFacts): {
  readonly shown: AuditShown
  readonly hidden: AuditHidden
} {
  return {
    shown: { atMs, act, role: by.role, agency: by.agency, kind: about.kind },
    hidden: { by: by.id, citizen, id: about.id, why },
  }
}

/** The text whose hash is the day's beginning. */
export function headText(head: AuditHead): string {
  return canonicalJson(head)
}

/** The text under a seal. @param nonce at least 16 random bytes as text, kept with the entry */
export function sealText(hidden: AuditHidden, nonce: string): string {
  return `${nonce}\n${canonicalJson(hidden)}`
}

/** The text whose hash is the next link. */
export function linkText(previous: string, shown: AuditShown, seal: string): string {
  return `${previous}\n${seal}\n${canonicalJson(shown)}`
}
