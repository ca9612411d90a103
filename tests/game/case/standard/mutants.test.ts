import { describeRuleSet } from '../../../rule-set-holds.ts'
import { standardRules } from './mutants.ts'

describeRuleSet(standardRules, 38)
