import { canonicalJson } from './canonical-json.ts'
import { closingAct, headText, linkText, type AuditHead, type AuditLine, type Sha256 } from './audit-line.ts'

/** A day of an export. */
export type AuditDay = { readonly head: AuditHead; readonly lines: readonly AuditLine[] }

/** What the check stands on: it has no hash and no calendar of its own. */
export type AuditTools = {
  readonly sha256: Sha256
  /** The calendar day, YYYY-MM-DD, of an instant (milliseconds since 1970) in a zone so many minutes ahead of UTC. */
  readonly dayOf: (atMs: number, utcOffsetMinutes: number) => string
}
export type AuditDayReport = { readonly day: string; readonly lines: number; readonly isClosed: boolean; readonly hash: string }
export type AuditReport =
  | { readonly ok: true; readonly region: string; readonly days: readonly AuditDayReport[] }
  | {
      readonly ok: false
      readonly day: string
      /** Line of that day, from 1; 0 is its head. */
      readonly line: number
      readonly reason: 'broken-link' | 'wrong-time' | 'after-closing' | 'not-closed' | 'wrong-day-before'
      readonly detail: string
    }
type Fault = Extract<AuditReport, { ok: false }>

/**
 * Checks one day, or days that follow each other, the oldest first: every link, the times, and that each day hangs on the one before it.
 * Stops at the first line that fails.
 * @throws TypeError when there is no day
 */
export async function verifyAudit(days: readonly AuditDay[], tools: AuditTools): Promise<AuditReport> {
  if (days.length === 0) throw new TypeError('days must hold one day or more')
  const reports: AuditDayReport[] = []
  for (const [index, { head, lines }] of days.entries()) {
    const unbound = index === 0 ? null : whyUnbound(days[index - 1].head, reports[index - 1], head)
    if (unbound !== null) return unbound
    const report = await verifyDay(head, lines, tools)
    if ('ok' in report) return report
    reports.push(report)
  }
  return { ok: true, region: days[0].head.region, days: reports }
}

async function verifyDay(head: AuditHead, lines: readonly AuditLine[], { sha256, dayOf }: AuditTools): Promise<AuditDayReport | Fault> {
  const fault = (line: number, reason: Fault['reason'], detail: string): Fault => ({ ok: false, day: head.day, line, reason, detail })
  let hash = await sha256(headText(head))
  let lastMs = Number.NEGATIVE_INFINITY
  let isClosed = false
  for (const [index, { entry, seal, hash: claimed }] of lines.entries()) {
    const line = index + 1
    hash = await sha256(linkText(hash, entry, seal))
    if (hash !== claimed) return fault(line, 'broken-link', `the hash must be ${hash}, it is ${claimed}`)
    if (isClosed) return fault(line, 'after-closing', 'the day was closed before this line')
    if (entry.atMs < lastMs) return fault(line, 'wrong-time', 'it is earlier than the line before it')
    const day = dayOf(entry.atMs, head.utcOffsetMinutes)
    if (day !== head.day) return fault(line, 'wrong-time', `it is of ${day}, the head of ${head.day}`)
    lastMs = entry.atMs
    isClosed = entry.act === closingAct
  }
  return { day: head.day, lines: lines.length, isClosed, hash }
}

/** Why a day does not hang on the one before it; null when it does. */
function whyUnbound(headBefore: AuditHead, before: AuditDayReport, head: AuditHead): Fault | null {
  const fault = (day: string, line: number, reason: Fault['reason'], detail: string): Fault => ({ ok: false, day, line, reason, detail })
  if (head.region !== headBefore.region)
    return fault(head.day, 0, 'wrong-day-before', `it is of ${head.region}, the day before of ${headBefore.region}`)
  if (!before.isClosed) return fault(before.day, before.lines, 'not-closed', `its closing line is missing, and ${head.day} follows`)
  const must = { day: before.day, hash: before.hash }
  if (canonicalJson(head.before) === canonicalJson(must)) return null
  return fault(head.day, 0, 'wrong-day-before', `the head must hang on ${must.day}, ${must.hash}; it says ${canonicalJson(head.before)}`)
}
