import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutants } from '../../tests/game/queue/mutants.ts'
import type { Measurement } from '../figures/figure.ts'
import { readRules } from './read-rules.ts'
import { runMutants } from './run-mutants.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Rules of game/queue/SPEC.md of which a planted fault goes unseen by the tests that cite them, or that have no test or no fault. n: rules. */
export async function measureRulesUntested(): Promise<Measurement> {
  const rules = readRules(readFileSync(join(root, 'game/queue/SPEC.md'), 'utf8'))
  const findings = await runMutants(root, rules, mutants)
  const untested = findings.filter(({ wrong }) => wrong.length > 0)
  for (const { rule, wrong } of untested) process.stderr.write(`${rule}: ${wrong.join('; ')}\n`)
  process.stderr.write(`${mutants.length} faults of ${rules.length} rules\n`)
  return { value: untested.length, n: rules.length }
}
