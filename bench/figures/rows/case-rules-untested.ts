import type { Figure } from '../figure.ts'

export const caseRulesUntested: Figure = {
  key: 'case_rules_untested',
  unit: 'rules',
  bar: 0,
  leastSamples: 80,
  needsPages: false,
  async measure() {
    const [{ measureRulesUntested }, { caseRuleSets }] = await Promise.all([
      import('../../rules/measure-rules-untested.ts'),
      import('../../rules/rule-sets.ts'),
    ])
    return measureRulesUntested(caseRuleSets)
  },
  fault: {
    description: 'nothing tests rule C2 of the workflow',
    edits: [{ file: 'tests/game/case/flow/submission.test.ts', find: "test('C2: ", replace: "test.skip('C2: " }],
  },
}
