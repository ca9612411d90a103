import { describeRuleSet } from '../../../rule-set-holds.ts'
import { flowRules } from './mutants.ts'

describeRuleSet(flowRules, 45)
