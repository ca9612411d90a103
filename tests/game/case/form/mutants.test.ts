import { describeRuleSet } from '../../../rule-set-holds.ts'
import { formRules } from './mutants.ts'

describeRuleSet(formRules, 28)
