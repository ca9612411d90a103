import { describeRuleSet } from '../../../rule-set-holds.ts'
import { noticeRules } from './mutants.ts'

describeRuleSet(noticeRules, 15)
