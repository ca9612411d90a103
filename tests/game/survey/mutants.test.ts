import { describeRuleSet } from '../../rule-set-holds.ts'
import { surveyRules } from './mutants.ts'

describeRuleSet(surveyRules, 18)
