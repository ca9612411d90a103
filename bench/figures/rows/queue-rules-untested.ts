import type { Figure } from '../figure.ts'

export const queueRulesUntested: Figure = {
  key: 'queue_rules_untested',
  unit: 'rules',
  bar: 0,
  leastSamples: 60,
  needsPages: false,
  async measure() {
    const [{ measureRulesUntested }, { queueRuleSets }] = await Promise.all([
      import('../../rules/measure-rules-untested.ts'),
      import('../../rules/rule-sets.ts'),
    ])
    return measureRulesUntested(queueRuleSets)
  },
  fault: {
    description: 'nothing tests that a line which is full gives no further number',
    edits: [{ file: 'tests/game/queue/order.test.ts', find: "test('Q4: ", replace: "test.skip('Q4: " }],
  },
}
