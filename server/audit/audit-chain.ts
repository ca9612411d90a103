import { createHash, randomBytes } from 'node:crypto'
import { auditText, closingAct, type AuditFacts, type AuditHead, type AuditLine } from '../../game/case/index.ts'
import type { StoredEvent } from '../store/index.ts'
import type { AuditEntry } from './audit-port.ts'

/** What is stored beside an entry: the nonce that opens its seal, and its link. The first line of a day carries the head. */
export type AuditProof = { readonly nonce: string; readonly seal: string; readonly hash: string; readonly head?: AuditHead }
/** An entry with the time under which it stands in the chain. */
export type ChainedEntry = AuditFacts & { readonly proof: AuditProof }
/** Where a region's chain ends. */
export type Tail = {
  readonly day: string
  readonly utcOffsetMinutes: number
  /** Number of lines of the day. */
  readonly version: number
  readonly hash: string
  readonly lastMs: number
  readonly isClosed: boolean
}

const nonceBytes = 16
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Binds entries to a day that has these lines already; `tail` null begins the day with `head`. */
export function linkEntries(head: AuditHead, tail: Tail | null, entries: readonly AuditFacts[]): { lines: ChainedEntry[]; tail: Tail } {
  let hash = tail?.hash ?? sha256(auditText.head(head))
  const lines = entries.map((entry, index): ChainedEntry => {
    const { shown, hidden } = auditText.split(entry)
    const nonce = randomBytes(nonceBytes).toString('base64url')
    const seal = sha256(auditText.seal(hidden, nonce))
    hash = sha256(auditText.link(hash, shown, seal))
    const isFirst = tail === null && index === 0
    return { ...entry, proof: isFirst ? { nonce, seal, hash, head } : { nonce, seal, hash } }
  })
  return { lines, tail: tailAfter(head, tail, lines) }
}

function tailAfter({ day, utcOffsetMinutes }: AuditHead, tail: Tail | null, lines: readonly ChainedEntry[]): Tail {
  const last = lines[lines.length - 1]
  const version = (tail?.version ?? 0) + lines.length
  return { day, utcOffsetMinutes, version, hash: last.proof.hash, lastMs: last.atMs, isClosed: last.act === closingAct }
}

/** A line that ends a day, at the time of its last one. */
export function closingEntry(atMs: number, day: string): AuditFacts {
  return { atMs, act: closingAct, by: { role: 'system', id: null, agency: null }, citizen: null, about: { kind: 'day', id: day }, why: '' }
}

/** As the store has it. */
export function toStored({ atMs, ...data }: ChainedEntry): Omit<StoredEvent, 'version'> {
  return { type: 'entry', atMs, data }
}

export function fromStored({ atMs, data }: StoredEvent): ChainedEntry {
  return { ...(data as Omit<ChainedEntry, 'atMs'>), atMs }
}

/** Where a day's stored lines end; null when it has none. */
export function tailOf(stored: readonly StoredEvent[]): Tail | null {
  const lines = stored.map(fromStored)
  const head = lines[0]?.proof.head
  return head === undefined ? null : tailAfter(head, null, lines)
}

/** What anybody may see of a day; null for a day without lines. */
export function exportLines(stored: readonly StoredEvent[]): { readonly head: AuditHead; readonly lines: AuditLine[] } | null {
  const lines = stored.map(fromStored)
  const head = lines[0]?.proof.head
  if (head === undefined) return null
  return { head, lines: lines.map((line) => ({ entry: auditText.split(line).shown, seal: line.proof.seal, hash: line.proof.hash })) }
}

/** The facts of an entry under the time at which it stands in the chain. */
export function factsAt({ act, by, citizen, about, why }: AuditEntry, atMs: number): AuditFacts {
  const { role, id, agency } = by
  return { atMs, act, by: { role, id, agency }, citizen, about: { kind: about.kind, id: about.id }, why }
}
