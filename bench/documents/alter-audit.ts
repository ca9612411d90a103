import { createHash } from 'node:crypto'
import type { Rng } from '@balai/engine/core'
import { auditText, verifyAudit, type AuditDay, type AuditHead, type AuditLine } from '../../game/case/index.ts'
import { officeDay } from '../../game/queue/index.ts'
import type { Trial } from './alter-documents.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const tools = { sha256, dayOf: officeDay }

export async function isAuditGood(days: readonly AuditDay[]): Promise<boolean> {
  return (await verifyAudit(days, tools)).ok
}

/** Links lines anew, as whoever writes history again would who has the files and not the past hashes that others keep. */
function chain(head: AuditHead, lines: readonly Omit<AuditLine, 'hash'>[]): AuditDay {
  let hash = sha256(auditText.head(head))
  const linked = lines.map(({ entry, seal }) => {
    hash = sha256(auditText.link(hash, entry, seal))
    return { entry, seal, hash }
  })
  return { head, lines: linked }
}

/** Altered exports of three days that follow each other; the altered day is never the last. */
export async function alterAudit(days: readonly AuditDay[], rng: Rng): Promise<Trial[]> {
  if (days.length < 3) throw new Error(`the audit has ${days.length} days, three are altered`)
  const day = Math.floor(rng() * (days.length - 1))
  const { head, lines } = days[day]
  const at = Math.floor(rng() * (lines.length - 2))
  const line = lines[at]
  const other = lines[at + 1]
  const entries: readonly (readonly [string, Partial<AuditLine['entry']>])[] = [
    ['another time', { atMs: line.entry.atMs + 1 }],
    ['another act', { act: `${line.entry.act}x` }],
    ['another role', { role: 'citizen' }],
    ['another agency', { agency: 'pajak' }],
    ['another kind', { kind: 'x' }],
  ]
  const edited = (changes: Partial<AuditLine['entry']>): AuditLine[] => lines.with(at, { ...line, entry: { ...line.entry, ...changes } })
  const rewritten = (name: string, changed: readonly AuditLine[]): readonly [string, AuditDay] => [
    `${name}, written anew`,
    chain(head, changed),
  ]
  const altered: readonly (readonly [string, AuditDay | null])[] = [
    ...entries.map(([how, changes]) => [how, { head, lines: edited(changes) }] as const),
    ...entries.map(([how, changes]) => rewritten(how, edited(changes))),
    ['another seal', { head, lines: lines.with(at, { ...line, seal: other.hash }) }],
    ['another hash', { head, lines: lines.with(at, { ...line, hash: other.hash }) }],
    ['a line dropped', { head, lines: lines.toSpliced(at, 1) }],
    rewritten('a line dropped', lines.toSpliced(at, 1)),
    ['two lines swapped', { head, lines: lines.with(at, other).with(at + 1, line) }],
    rewritten('two lines swapped', lines.with(at, { ...other, hash: '' }).with(at + 1, line)),
    ['a line added', { head, lines: lines.toSpliced(at, 0, line) }],
    rewritten('a line added', lines.toSpliced(at, 0, line)),
    ['the end cut off', { head, lines: lines.slice(0, -1) }],
    rewritten('something after the end', [...lines, line]),
    ['re-dated head', { head: { ...head, day: '2026-01-01' }, lines }],
    ['re-dated head, written anew', chain({ ...head, day: '2026-01-01' }, lines)],
    ["another region's head, written anew", chain({ ...head, region: 'jabar' }, lines)],
    ['another time zone', { head: { ...head, utcOffsetMinutes: head.utcOffsetMinutes - 60 }, lines }],
    rewritten(
      're-dated lines',
      lines.map((one) => ({ ...one, entry: { ...one.entry, atMs: one.entry.atMs - 24 * 3_600_000 } })),
    ),
    ['a whole day dropped', null],
  ]
  return Promise.all(
    altered.map(async ([how, one]) => {
      // A first day that is dropped leaves a file that begins later, and says so; one between others is missed by the next.
      const place = one === null ? 1 : day
      const isSeen = !(await isAuditGood(one === null ? days.toSpliced(place, 1) : days.with(place, one)))
      return { how: `audit: ${how}`, isSeen }
    }),
  )
}
