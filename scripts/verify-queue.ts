/**
 * `npm run verify-queue -- FILE [--receipt HASH]`: checks the export of a queue day without trusting whoever made it.
 * Exit code 0: in order. 1: it is not, and one sentence says where. 2: it cannot be read.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CodedError } from '@balai/engine/core'
import { longestLine, readHead, readLine, refuse, type ProofExport } from '../game/page/proof/check/read-export.ts'
import { replay } from '../game/page/proof/check/replay.ts'
import { findReceipt, readReceipt, tellReceipt } from '../game/page/proof/check/tell-receipt.ts'
import { verifyProof, type ProofHead, type ProofLine, type ProofReport } from '../game/queue/index.ts'

const usage =
  'Usage: npm run verify-queue -- FILE [--receipt HASH], where FILE is the export of a queue day (download it at /antrean/bukti).'
const exitCodes = { good: 0, fault: 1, unreadable: 2 } as const

/** Where the answer goes: what was found, and what is wrong. */
export type Output = { readonly say: (text: string) => void; readonly complain: (text: string) => void }

/** The whole command. @returns its exit code; it never throws */
export async function verifyQueue(args: readonly string[], output: Output): Promise<number> {
  const say = (text: string): void => output.say(plain(text))
  const complain = (text: string): void => output.complain(plain(text))
  try {
    return await verify(readArguments(args), { say, complain })
  } catch (error) {
    complain(`Not verified: ${(error as Error).message}`)
    return exitCodes.unreadable
  }
}

type Arguments = { readonly file: string; readonly receipt: string | null }

async function verify(asked: Arguments | null, { say, complain }: Output): Promise<number> {
  if (asked === null) {
    complain(usage)
    return exitCodes.unreadable
  }
  const proof = await readFileByLines(asked.file)
  const report = await verifyProof(proof.head, proof.lines, (text) => createHash('sha256').update(text).digest('hex'))
  if (!report.ok) {
    complain(faultSentence(proof, report))
    return exitCodes.fault
  }
  const clock = clockOf(proof.head)
  for (const line of reportLines(proof, report, clock)) say(line)
  if (asked.receipt === null) return exitCodes.good
  const place = placeLines(proof, asked.receipt, clock)
  if (place === null) {
    complain(
      `NOT FOUND: no event has the receipt ${asked.receipt}: it is of another line or day, or this file is not the record that the receipt was given from.`,
    )
    return exitCodes.fault
  }
  for (const line of place) say(line)
  return exitCodes.good
}

/** What comes from the file must not write to the terminal as if it were this program: no line ends, no escapes. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '?')
}

function readArguments(args: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { receipt: { type: 'string' } }, allowPositionals: true })
    if (positionals.length !== 1) return null
    const receipt = values.receipt === undefined ? null : readReceipt(values.receipt)
    return values.receipt !== undefined && receipt === null ? null : { file: positionals[0], receipt }
  } catch {
    return null
  }
}

/** Line by line, so that no text of the whole file is ever held. @throws CodedError of `readErrors`, or a sentence for a file that is not there */
async function readFileByLines(file: string): Promise<ProofExport> {
  let head: ProofHead | null = null
  const lines: ProofLine[] = []
  let number = 0
  for await (const text of linesOf(file)) {
    number++
    if (head === null) head = readHead(text)
    else lines.push(readLine(text, number))
  }
  if (head === null) throw refuse('nothing', 1)
  return { head, lines }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  let number = 0
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const parts = (rest + (chunk as string)).split('\n')
      rest = parts.pop() ?? ''
      number += parts.length
      yield* parts
      // A file without line ends would else be read into memory as a whole.
      if (rest.length > longestLine) throw refuse('too-long', number + 1)
    }
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}); check its name.`, {
      cause: error,
    })
  }
  if (rest.trim() !== '') yield rest
}

const meanings = {
  'broken-link': 'was altered, or a line before it was left out, added or moved',
  'impossible-event': 'tells something that cannot have happened after the lines before it',
  'out-of-order': 'calls somebody whom the rules do not call then',
} as const

/** One sentence: which line, what is wrong, what it means. */
function faultSentence(proof: ProofExport, fault: Extract<ProofReport, { ok: false }>): string {
  const { line, reason, detail } = fault
  if (line === 0) return `NOT IN ORDER: the head (line 1 of the file) is wrong: ${detail}; nothing in this file is proved.`
  const isFirst = reason === 'broken-link' && line === 1
  const where = `event ${line} (line ${line + 1} of the file, ${proof.lines[line - 1].event.type})`
  const what = isFirst
    ? 'does not follow from the head: the region, line, day or rules in the head were altered, or it was itself'
    : meanings[reason]
  const proved = line === 1 ? 'nothing in this file is proved' : `only the ${line - 1} before it are proved`
  return `NOT IN ORDER: ${where} ${what} (${detail}); ${proved}.`
}

function reportLines(proof: ProofExport, report: Extract<ProofReport, { ok: true }>, clock: Clock): string[] {
  const { region, group, prefix, day } = proof.head
  const left = [...replay(proof).tickets.values()].filter(
    ({ state }) => state === 'waiting' || state === 'called' || state === 'serving',
  ).length
  return [
    `In order: ${region}, line ${group} (${prefix}), ${day}.`,
    `  events         ${report.events}`,
    `  numbers given  ${report.issued}`,
    `  calls          ${report.calls}, of which ${report.jumps.length} out of turn`,
    ...report.jumps.map(({ line, label, atMs, basis, reason }) => {
      const why =
        basis === 'named' ? `called by name: ${reason}` : basis === 'assigned' ? 'sent to this counter or officer' : `priority: ${reason}`
      return `    event ${line}  ${clock(atMs)}  ${label}  ${why}`
    }),
    ...(left > 0 ? [`  still there    ${left} (waiting or at a counter): the day went on after this export`] : []),
    `  last hash      ${report.hash}`,
    'A file that was cut off at its end is in order too: compare the last hash with another copy of the day, or look for a receipt given late.',
  ]
}

/** Where a receipt stands and what became of its number; null when it stands nowhere in this export. */
function placeLines(proof: ProofExport, receipt: string, clock: Clock): string[] | null {
  const line = findReceipt(proof.lines, receipt)
  if (line === null) return null
  const story = tellReceipt(proof, line)
  const found = `The receipt stands at event ${line} (line ${line + 1} of the file)${story?.label ? `: number ${story.label}` : ''}.`
  if (story === null) return [found]
  const { ahead, overtakers, steps, state } = story
  return [
    found,
    ...(ahead === null ? [] : [`  people ahead of it then: ${ahead}; called before it without having been ahead: ${overtakers.length}`]),
    ...steps.map(
      (step) => `    event ${step.line}  ${clock(step.atMs)}  ${step.type}${step.counter === null ? '' : ` at ${step.counter}`}`,
    ),
    `  at the end of this export: ${state}`,
  ]
}

type Clock = (atMs: number) => string

/** The hour in the region's own zone; a region that this install does not know is told in UTC. */
function clockOf({ region }: ProofHead): Clock {
  const rows = JSON.parse(readFileSync(new URL('../assets/catalogue/regions.json', import.meta.url), 'utf8')) as {
    slug: string
    timeZone: string
  }[]
  const timeZone = rows.find(({ slug }) => slug === region)?.timeZone ?? 'UTC'
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return (atMs) => `${format.format(atMs)}${timeZone === 'UTC' ? ' UTC' : ''}`
}

if (import.meta.main) process.exitCode = await verifyQueue(process.argv.slice(2), { say: console.log, complain: console.error })
