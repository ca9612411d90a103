import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { citedRules, readRules } from '../bench/rules/read-rules.ts'
import type { RuleSet } from '../bench/rules/rule-set.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A SPEC, its tests and its planted faults know each other. Whether the tests find the faults is the figure's to say: it takes minutes. */
export function describeRuleSet({ spec, letter, domain, tests, mutants }: RuleSet, leastRules: number): void {
  const rules = readRules(readFileSync(join(root, spec), 'utf8'))

  describe(`the rules of ${spec}`, () => {
    test('are counted from 1 without a gap', () => {
      expect(rules.length).toBeGreaterThanOrEqual(leastRules)
      expect(new Set(rules)).toEqual(new Set(rules.map((_, index) => `${letter}${index + 1}`)))
    })

    test('have each a test that cites it, and no test cites a rule that is not there', () => {
      const files = readdirSync(join(root, tests)).filter((name) => name.endsWith('.test.ts'))
      const cited = new Set(files.flatMap((name) => [...citedRules(readFileSync(join(root, tests, name), 'utf8'))]))
      expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
      expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([])
    })

    test('have each a planted fault, and every fault fits the code exactly once', () => {
      expect(rules.filter((rule) => !mutants.some((mutant) => mutant.rule === rule))).toEqual([])
      expect(mutants.filter(({ rule }) => !rules.includes(rule))).toEqual([])
      const unfit = mutants.filter(
        ({ file, find, replace }) => find === replace || readFileSync(join(root, domain, file), 'utf8').split(find).length !== 2,
      )
      expect(unfit).toEqual([])
    })
  })
}
