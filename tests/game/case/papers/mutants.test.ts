import { describeRuleSet } from '../../../rule-set-holds.ts'
import { paperRules } from './mutants.ts'

describeRuleSet(paperRules, 40)
