import { describeRuleSet } from '../../../rule-set-holds.ts'
import { voiceRules } from './mutants.ts'

describeRuleSet(voiceRules, 36)
