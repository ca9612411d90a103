/**
 * `npm run verify-audit -- FILE…`: checks exports of the audit without trusting whoever made them. Days that follow each other may lie in one file or
 * in several, in any order.
 * Exit code 0: in order. 1: it is not, and one sentence names the first broken line. 2: it cannot be read.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { verifyAudit, type AuditDay, type AuditHead, type AuditLine, type AuditReport } from '../game/case/index.ts'
import { officeDay } from '../game/queue/index.ts'

const usage = 'Usage: npm run verify-audit -- FILE…, where each FILE is the export of a day (an auditor downloads it from the console).'
const exitCodes = { good: 0, fault: 1, unreadable: 2 } as const

/** Where the answer goes: what was found, and what is wrong. */
export type Output = { readonly say: (text: string) => void; readonly complain: (text: string) => void }
/** A day and where it was read: file, and the line of it at which its head stands. */
type ReadDay = AuditDay & { readonly file: string; readonly at: number }

/** The whole command. @returns its exit code; it never throws */
export async function verifyAuditFiles(files: readonly string[], output: Output): Promise<number> {
  const say = (text: string): void => output.say(plain(text))
  const complain = (text: string): void => output.complain(plain(text))
  if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
    complain(usage)
    return exitCodes.unreadable
  }
  try {
    const days = (await Promise.all(files.map(readDays))).flat().sort((a, b) => (a.head.day < b.head.day ? -1 : 1))
    if (days.length === 0) throw new Error('there is no day in it')
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
    const report = await verifyAudit(days, { sha256, dayOf: officeDay })
    if (!report.ok) {
      complain(faultSentence(days, report))
      return exitCodes.fault
    }
    for (const line of reportLines(days, report)) say(line)
    return exitCodes.good
  } catch (error) {
    complain(`Not verified: ${(error as Error).message}`)
    return exitCodes.unreadable
  }
}

/** What comes from the file must not write to the terminal as if it were this program: no line ends, no escapes. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '?')
}

async function readDays(file: string): Promise<ReadDay[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code ?? 'unknown fault'}); check its name.`)
  })
  const days: (ReadDay & { readonly lines: AuditLine[] })[] = []
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue
    const value = readJson(row, file, index + 1)
    if (isHead(value)) days.push({ head: value, lines: [], file, at: index + 1 })
    else if (isLine(value) && days.length > 0) days[days.length - 1].lines.push(value)
    else throw new Error(`line ${index + 1} of ${file} is neither the head of a day nor a line of one.`)
  }
  return days
}

function readJson(row: string, file: string, line: number): unknown {
  try {
    return JSON.parse(row)
  } catch {
    throw new Error(`line ${line} of ${file} is no JSON.`)
  }
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Fields that the format does not know would be shown and not be checked: such a row is refused. */
const hasOnly = (value: Fields, names: readonly string[]): boolean =>
  Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name))

function isHead(value: unknown): value is AuditHead {
  if (!isFields(value) || value.format !== 'balai-audit-1') return false
  const { before } = value
  const isBefore = before === null || (isFields(before) && hasOnly(before, ['day', 'hash']))
  return isBefore && hasOnly(value, ['format', 'region', 'day', 'utcOffsetMinutes', 'before']) && typeof value.utcOffsetMinutes === 'number'
}

function isLine(value: unknown): value is AuditLine {
  if (!isFields(value) || !hasOnly(value, ['entry', 'seal', 'hash']) || !isFields(value.entry)) return false
  const { entry } = value
  return hasOnly(entry, ['atMs', 'act', 'role', 'agency', 'kind']) && Number.isSafeInteger(entry.atMs) && typeof entry.act === 'string'
}

const meanings = {
  'broken-link': 'was altered, or a line before it was left out, added or moved',
  'wrong-time': 'has a time that cannot be',
  'after-closing': 'was added after the day was closed',
  'not-closed': 'is the last of a day whose end was cut off',
  'wrong-day-before': 'does not hang on the day before it',
} as const

/** One sentence: which line, what is wrong, what it means. */
function faultSentence(days: readonly ReadDay[], { day, line, reason, detail }: Extract<AuditReport, { ok: false }>): string {
  const found = days.find(({ head }) => head.day === day)
  const where = `line ${line} of ${day} (line ${(found?.at ?? 0) + line} of ${found?.file ?? '?'})`
  const isFirst = reason === 'broken-link' && line === 1
  const what = isFirst
    ? 'does not follow from the head: the region, day, zone or day before were altered, or it was itself'
    : meanings[reason]
  return `NOT IN ORDER: ${line === 0 ? `the head of ${day}` : where} ${what} (${detail}); nothing from there on is proved.`
}

function reportLines(days: readonly ReadDay[], report: Extract<AuditReport, { ok: true }>): string[] {
  const [first] = days
  const before = first.head.before === null ? 'the first day ever written' : `hangs on ${first.head.before.day}, ${first.head.before.hash}`
  return [
    `In order: ${report.region}, ${days.length === 1 ? first.head.day : `${first.head.day} to ${days[days.length - 1].head.day}`}.`,
    `  begins       ${before}`,
    ...report.days.map(
      ({ day, lines, isClosed }) => `  ${day}   ${lines} lines, ${isClosed ? 'closed' : 'open: the day went on after this export'}`,
    ),
    `  last hash    ${report.days[report.days.length - 1].hash}`,
    'The end of the last day can be cut off unseen while it is open: compare the last hash with another copy, or check it with the day after.',
  ]
}

if (import.meta.main) process.exitCode = await verifyAuditFiles(process.argv.slice(2), { say: console.log, complain: console.error })
