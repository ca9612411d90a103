import { describeRuleSet } from '../../../rule-set-holds.ts'
import { rightsRules } from './mutants.ts'

describeRuleSet(rightsRules, 19)
