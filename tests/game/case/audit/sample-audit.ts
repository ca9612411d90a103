import { createHash } from 'node:crypto'
import { auditText, closingAct, type AuditDay, type AuditFacts, type AuditHead, type AuditLine } from '../../../../game/case/index.ts'
import { officeDay } from '../../../../game/queue/index.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
export const tools = { sha256, dayOf: officeDay }
export const minute = 60_000
/** Nine in the morning of 2 March 2026 in WITA. Milliseconds since 1970. */
export const t0 = Date.UTC(2026, 2, 2, 1)
export const nonceOf = (index: number): string => `nonce-${String(index).padStart(16, '0')}`

export function headOf(day: string, before: AuditHead['before'] = null): AuditHead {
  return { format: 'balai-audit-1', region: 'kukar', day, utcOffsetMinutes: 480, before }
}

export function factsOf(index: number, atMs: number): AuditFacts {
  const by = { role: 'officer', id: `officer-${index % 3}`, agency: 'disdukcapil' }
  return { atMs, act: 'case.read', by, citizen: `citizen-${index}`, about: { kind: 'case', id: `case-${index}` }, why: `berkas ${index}` }
}

export function closing(atMs: number): AuditFacts {
  const by = { role: 'system', id: null, agency: null }
  return { atMs, act: closingAct, by, citizen: null, about: { kind: 'day', id: '' }, why: '' }
}

export function seal(head: AuditHead, facts: readonly AuditFacts[]): AuditDay {
  const lines = facts.map((entry, index) => {
    const { shown, hidden } = auditText.split(entry)
    return { entry: shown, seal: sha256(auditText.seal(hidden, nonceOf(index))) }
  })
  return { head, lines: chain(head, lines) }
}

/** Links lines anew, as somebody would who writes history again. */
export function chain(head: AuditHead, lines: readonly Omit<AuditLine, 'hash'>[]): AuditLine[] {
  let hash = sha256(auditText.head(head))
  return lines.map(({ entry, seal }) => {
    hash = sha256(auditText.link(hash, entry, seal))
    return { entry, seal, hash }
  })
}

/** A day of eight entries and its closing line. */
export function oneDay(): AuditDay {
  const entries = Array.from({ length: 8 }, (_, index) => factsOf(index, t0 + index * minute))
  return seal(headOf('2026-03-02'), [...entries, closing(t0 + 7 * minute)])
}

/** Two days that hang together. */
export function twoDays(): [AuditDay, AuditDay] {
  const first = oneDay()
  const hash = first.lines[first.lines.length - 1].hash
  const entries = Array.from({ length: 4 }, (_, index) => factsOf(index, t0 + 24 * 60 * minute + index * minute))
  return [first, seal(headOf('2026-03-03', { day: '2026-03-02', hash }), entries)]
}
