import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measurement } from '../figures/figure.ts'
import { readRules } from './read-rules.ts'
import type { RuleSet } from './rule-set.ts'
import { runMutants } from './run-mutants.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Rules of which a planted fault goes unseen by the tests that cite them, or that have no test or no fault. n: rules. */
export async function measureRulesUntested(sets: readonly RuleSet[]): Promise<Measurement> {
  let untested = 0
  let n = 0
  for (const set of sets) {
    const rules = readRules(readFileSync(join(root, set.spec), 'utf8'))
    for (const { rule, wrong } of await runMutants(root, rules, set)) {
      if (wrong.length === 0) continue
      untested++
      process.stderr.write(`${rule}: ${wrong.join('; ')}\n`)
    }
    n += rules.length
    process.stderr.write(`${set.spec}: ${set.mutants.length} faults of ${rules.length} rules\n`)
  }
  return { value: untested, n }
}
