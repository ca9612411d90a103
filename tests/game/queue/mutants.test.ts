import { expect, test } from 'vitest'
import { cites } from '../../../bench/rules/read-rules.ts'
import { describeRuleSet } from '../../rule-set-holds.ts'
import { queueRules } from './mutants.ts'

describeRuleSet(queueRules, 60)

test('rules are told apart: Q1 is not in Q12', () => {
  expect(['Q1: a', 'Q12: a', 'Q3, Q1: a', 'a Q1: b'].map((title) => cites(title, 'Q1'))).toEqual([true, false, true, false])
})
