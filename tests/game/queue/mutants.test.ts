import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { citedRules, cites, readRules } from '../../../bench/queue/read-rules.ts'
import { mutants } from './mutants.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const domain = fileURLToPath(new URL('../../../game/queue/', import.meta.url))
const rules = readRules(readFileSync(`${domain}SPEC.md`, 'utf8'))

describe('the rules of the queue', () => {
  test('are counted from 1 without a gap', () => {
    expect(rules.length).toBeGreaterThanOrEqual(60)
    expect(new Set(rules)).toEqual(new Set(rules.map((_, index) => `Q${index + 1}`)))
  })

  test('have each a test that cites it, and no test cites a rule that is not there', () => {
    const files = readdirSync(here).filter((name) => name.endsWith('.test.ts'))
    const cited = new Set(files.flatMap((name) => [...citedRules(readFileSync(here + name, 'utf8'))]))
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([])
  })

  test('have each a planted fault, and every fault fits the code exactly once', () => {
    expect(rules.filter((rule) => !mutants.some((mutant) => mutant.rule === rule))).toEqual([])
    expect(mutants.filter(({ rule }) => !rules.includes(rule))).toEqual([])
    const unfit = mutants.filter(
      ({ file, find, replace }) => find === replace || readFileSync(domain + file, 'utf8').split(find).length !== 2,
    )
    expect(unfit).toEqual([])
  })

  test('are told apart: Q1 is not in Q12', () => {
    expect(['Q1: a', 'Q12: a', 'Q3, Q1: a', 'a Q1: b'].map((title) => cites(title, 'Q1'))).toEqual([true, false, true, false])
  })
})
