/**
 * `npm run bench:compare -- BASE [SUITE …] [--rounds 2]`: checks the commit BASE out into a worktree, times the suites there and here in turn,
 * and says which cases became faster or slower beyond what the machine's own noise explains.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { suites as knownSuites } from '../suites.ts'
import type { Row } from '../suite.ts'
import { checkOutBase } from './base-tree.ts'
import { compareRows } from './compare-rows.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '2' } } })
  const [base, ...suites] = positionals
  if (base === undefined) throw new TypeError('say what to compare with: npm run bench:compare -- main~1 tick codec')
  const rounds = Number(values.rounds)
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 20))
    throw new TypeError(`--rounds must be a whole number from 1 to 20, got ${values.rounds}`)
  compare(base, suites.length > 0 ? suites : knownSuites.map(({ name }) => name), rounds)
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function compare(base: string, suites: readonly string[], rounds: number): void {
  const tree = checkOutBase(root, base)
  const reports = mkdtempSync(join(tmpdir(), 'balai-compare-'))
  // Also when somebody stops it in the middle.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  process.once('exit', () => {
    tree.remove()
    rmSync(reports, { recursive: true, force: true })
  })
  print(`${'case'.padEnd(64)} ${`${tree.commit} ns`.padStart(14)} ${'here ns'.padStart(12)} ${'ratio'.padStart(7)} verdict`)
  for (const suite of suites) {
    const [before, after]: Row[][][] = [[], []]
    for (let round = 0; round < rounds; round++) {
      for (const [folder, rows] of [
        [tree.root, before],
        [root, after],
      ] as const)
        rows.push(time(folder, suite, join(reports, 'rows.json')))
    }
    if (before.some((rows) => rows.length === 0)) complain(`${suite}: ${tree.commit} has no such suite, or it fails there`)
    for (const { name, baseNs, hereNs, ratio, verdict } of compareRows(before, after)) {
      const cells = [baseNs.toFixed(0).padStart(14), hereNs.toFixed(0).padStart(12), ratio.toFixed(3).padStart(7)]
      print(`${`${suite}: ${name}`.padEnd(64)} ${cells.join(' ')} ${verdict}`)
    }
  }
}

/** Times one suite of a tree in a process of its own; no rows where the tree does not have it. */
function time(folder: string, suite: string, report: string): Row[] {
  rmSync(report, { force: true })
  spawnSync(process.execPath, ['bench/run.ts', suite, '--json', report], { cwd: folder, stdio: 'ignore' })
  try {
    return (JSON.parse(readFileSync(report, 'utf8')) as { rows: Row[] }).rows
  } catch {
    return []
  }
}
