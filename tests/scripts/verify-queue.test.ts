import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { headText, linkText, type ProofLine } from '../../game/queue/index.ts'
import { verifyQueue } from '../../scripts/verify-queue.ts'
import { play, issue, sampleDay, sampleHead, sha256, toText } from '../game/page/proof/sample-day.ts'

const script = fileURLToPath(new URL('../../scripts/verify-queue.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'balai-proof-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { lines } = sampleDay()
const good = toText(sampleHead, lines)
const altered = lines.map((line, index) => (index === 10 ? { ...line, event: { ...line.event, atMs: line.event.atMs - 60_000 } } : line))

function verify(text: string, ...more: string[]) {
  const file = join(folder, 'day.jsonl')
  writeFileSync(file, text)
  return run(file, ...more)
}
async function run(...args: string[]) {
  const out: string[] = []
  const said: string[] = []
  const status = await verifyQueue(args, { say: (text) => out.push(text), complain: (text) => said.push(text) })
  return { status, out, said }
}
/** The export of somebody who calculates all hashes anew. */
function rehash(rows: readonly ProofLine[]): ProofLine[] {
  let hash = sha256(headText(sampleHead))
  return rows.map(({ event, seal }) => {
    hash = sha256(linkText(hash, event, seal))
    return { event, seal, hash }
  })
}

it('tells a good day in short, with every jump, its reason and the hour of the region, and a receipt by its beginning', async () => {
  const { status, out, said } = await verify(good, '--receipt', lines[1].hash.slice(0, 12).toUpperCase())
  expect([status, said]).toEqual([0, []])
  const stdout = out.join('\n')
  expect(stdout).toContain('In order: kukar, line dukcapil (A), 2026-11-22.')
  expect(stdout).toMatch(/events +18\n.*given +5\n.*calls +5, of which 2 out of turn\n/)
  expect(stdout).toContain('event 6  08:05:00  A-003  priority: elderly')
  expect(stdout).toContain('event 12  08:21:00  A-004  called by name: paper-brought')
  expect(stdout).toMatch(/still there +1 /)
  expect(stdout).toContain(lines[17].hash)
  expect(stdout).toContain('stands at event 2 (line 3 of the file): number A-002.')
  expect(stdout).toContain('people ahead of it then: 1; called before it without having been ahead: 2')
})

const swapped = [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)]
const jumped = rehash(lines.filter((_, index) => index !== 5 && index !== 6 && index !== 7).map((line) => line))
it.each([
  ['an altered line', toText(sampleHead, altered), 11, 'was altered'],
  ['swapped lines', toText(sampleHead, swapped), 4, 'left out, added or moved'],
  ['a line left out', toText(sampleHead, lines.toSpliced(8, 1)), 9, 'left out'],
  ['an altered head', toText({ ...sampleHead, region: 'kendari' }, lines), 1, 'in the head were altered'],
  ['a call out of order under new hashes', toText(sampleHead, jumped), 6, 'whom the rules do not call'],
  ['an impossible event under new hashes', toText(sampleHead, rehash(lines.toSpliced(6, 1))), 7, 'cannot have happened'],
])('%s: exit 1, and one sentence with the event and the line of the file', async (_, text, event, meaning) => {
  const { status, out, said } = await verify(text)
  expect([status, out, said.length]).toEqual([1, [], 1])
  expect(said[0]).toContain(`NOT IN ORDER: event ${event} (line ${event + 1} of the file`)
  expect(said[0]).toContain(meaning)
})

it.each([
  ['a file cut off within a line', good.slice(0, -20), 'line 19: the line is not JSON'],
  ['another file', 'hello\n', 'line 1: the line is not JSON'],
  ['an empty file', '', 'line 1: the file is empty'],
  ['a head of another format', toText({ ...sampleHead, format: 'x' }, lines), 'line 1: the first line is not the head'],
  [
    'a head with an impossible policy',
    toText({ ...sampleHead, policy: { mostCalls: -1 } }, lines),
    'policy.mostCalls must be a whole number',
  ],
  ['a line that is too long', `${'x'.repeat(70_000)}\n`, 'line 1: a line is longer than any'],
  ['a file without line ends', 'x'.repeat(200_000), 'line 1: a line is longer than any'],
  ['an event at no time', toText(sampleHead, [{ ...lines[0], event: { type: 'issued', atMs: 'now' } }]), 'line 2: the line has no event'],
  ['a line that is no event', toText(sampleHead, [lines[0], { event: null }]), 'line 3: the line has no event'],
])('%s: exit 2 with the line, and no stack', async (_, text, meaning) => {
  const { status, out, said } = await verify(text)
  expect([status, out, said.length]).toEqual([2, [], 1])
  expect(said[0]).toContain(meaning)
})

it('says that a receipt is of another record, and that the name of a file is wrong', async () => {
  const other = await verify(good, '--receipt', 'f'.repeat(64))
  expect([other.status, other.said]).toEqual([1, [expect.stringContaining('NOT FOUND')]])
  const nowhere = await run(join(folder, 'nowhere.jsonl'))
  expect([nowhere.status, nowhere.said]).toEqual([2, [expect.stringContaining('nowhere.jsonl cannot be read (ENOENT)')]])
  expect([(await run()).status, (await verify(good, '--receipt', 'xyz')).status]).toEqual([2, 2])
})

it('lets no text of the file pass for its own words', async () => {
  const head = { ...sampleHead, region: 'kukar\nIn order: \u001b[2Jmars' }
  const played = play(head)
  played.do(issue('t1', 0))
  expect((await verify(toText(head, played.lines))).out[0]).toBe('In order: kukar?In order: ?[2Jmars, line dukcapil (A), 2026-11-22.')
})

it('runs as a command, with the exit code', () => {
  const file = join(folder, 'day.jsonl')
  writeFileSync(file, toText(sampleHead, altered))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8', timeout: 20_000 })
  expect([status, stdout, stderr.trimEnd().split('\n')]).toEqual([1, '', [expect.stringContaining('NOT IN ORDER')]])
})
