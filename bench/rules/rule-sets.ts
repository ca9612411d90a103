import { auditRules } from '../../tests/game/case/audit/mutants.ts'
import { documentRules } from '../../tests/game/case/document/mutants.ts'
import { flowRules } from '../../tests/game/case/flow/mutants.ts'
import { formRules } from '../../tests/game/case/form/mutants.ts'
import { paperRules } from '../../tests/game/case/papers/mutants.ts'
import { standardRules } from '../../tests/game/case/standard/mutants.ts'
import { queueRules } from '../../tests/game/queue/mutants.ts'
import { noticeRules } from '../../tests/game/case/notice/mutants.ts'
import { rightsRules } from '../../tests/game/case/rights/mutants.ts'
import { surveyRules } from '../../tests/game/survey/mutants.ts'
import { paymentRules } from '../../tests/game/case/payment/mutants.ts'
import { voiceRules } from '../../tests/game/case/voice/mutants.ts'
import type { RuleSet } from './rule-set.ts'

export const queueRuleSets: readonly RuleSet[] = [queueRules]
/** Case and survey: a set for each folder with a SPEC. */
export const caseRuleSets: readonly RuleSet[] = [
  standardRules,
  formRules,
  flowRules,
  surveyRules,
  noticeRules,
  rightsRules,
  auditRules,
  documentRules,
  paperRules,
  paymentRules,
  voiceRules,
]
