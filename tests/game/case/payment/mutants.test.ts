import { describeRuleSet } from '../../../rule-set-holds.ts'
import { paymentRules } from './mutants.ts'

describeRuleSet(paymentRules, 33)
