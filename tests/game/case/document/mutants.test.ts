import { describeRuleSet } from '../../../rule-set-holds.ts'
import { documentRules } from './mutants.ts'

describeRuleSet(documentRules, 20)
