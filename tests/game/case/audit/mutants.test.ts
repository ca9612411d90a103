import { describeRuleSet } from '../../../rule-set-holds.ts'
import { auditRules } from './mutants.ts'

describeRuleSet(auditRules, 10)
