import { CodedError, type ErrorTable } from '@balai/engine/core'
import { createQueueDay, type ProofHead, type ProofLine } from '../../../queue/index.ts'

/** An export as it is read: what `verifyProof` wants. Event n stands on line n + 1 of the file, the head on line 1. */
export type ProofExport = { readonly head: ProofHead; readonly lines: readonly ProofLine[] }

/** Why a file is no export. `details.line` counts the lines of the file from 1. */
export const readErrors = {
  nothing: { meaning: 'the file is empty', remedy: 'download it again' },
  'too-long': { meaning: 'a line is longer than any that an export has', remedy: 'check that this is an export of a queue day' },
  'not-json': { meaning: 'the line is not JSON: it was cut off, or is of another file', remedy: 'download the file again' },
  'not-a-head': {
    meaning: 'the first line is not the head of a balai-queue-1 export',
    remedy: 'check that this is an export of a queue day',
  },
  'not-an-event': { meaning: 'the line has no event, seal and hash', remedy: 'download the file again' },
} as const satisfies ErrorTable
export type ReadErrorCode = keyof typeof readErrors

/** Characters; an event has about 400, a closure's reason may have more. */
export const longestLine = 65_536

/** The first line. @throws CodedError `too-long`, `not-json`, `not-a-head` */
export function readHead(text: string): ProofHead {
  const head = readJson(text, 1)
  if (
    !isRecord(head) ||
    head.format !== 'balai-queue-1' ||
    !hasTexts(head, ['region', 'group', 'prefix', 'day']) ||
    !isRecord(head.policy)
  ) {
    throw refuse('not-a-head', 1)
  }
  try {
    createQueueDay(head as unknown as ProofHead)
  } catch (error) {
    throw refuse('not-a-head', 1, (error as Error).message)
  }
  return head as unknown as ProofHead
}

/** Any other line. @param line of the file, from 2. @throws CodedError `too-long`, `not-json`, `not-an-event` */
export function readLine(text: string, line: number): ProofLine {
  const row = readJson(text, line)
  const event = isRecord(row) && hasTexts(row, ['seal', 'hash']) ? row.event : null
  if (!isRecord(event) || !hasTexts(event, ['type']) || !Number.isSafeInteger(event.atMs)) throw refuse('not-an-event', line)
  return row as unknown as ProofLine
}

/**
 * A whole file. @param breathe is waited for after each line, so that a page can answer in between.
 * @throws CodedError of `readErrors`
 */
export async function readExport(text: string, breathe: () => Promise<void> | void): Promise<ProofExport> {
  const rows = text.split('\n')
  if (rows[rows.length - 1].trim() === '') rows.pop()
  if (rows.length === 0) throw refuse('nothing', 1)
  const head = readHead(rows[0])
  const lines: ProofLine[] = []
  for (let index = 1; index < rows.length; index++) {
    lines.push(readLine(rows[index], index + 1))
    await breathe()
  }
  return { head, lines }
}

export function refuse(code: ReadErrorCode, line: number, why: string = readErrors[code].meaning): CodedError<ReadErrorCode> {
  return new CodedError(code, `line ${line}: ${why}; ${readErrors[code].remedy}`, { line })
}

function readJson(text: string, line: number): unknown {
  if (text.length > longestLine) throw refuse('too-long', line)
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('not-json', line)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasTexts(row: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof row[name] === 'string')
}
