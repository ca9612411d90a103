import type { Figure } from '../figure.ts'

export const queueRulesUntested: Figure = {
  key: 'queue_rules_untested',
  unit: 'rules',
  bar: 0,
  leastSamples: 60,
  needsPages: false,
  measure: async () => (await import('../../queue/measure-rules-untested.ts')).measureRulesUntested(),
  fault: {
    description: 'nothing tests that a line which is full gives no further number',
    edits: [{ file: 'tests/game/queue/order.test.ts', find: "test('Q4: ", replace: "test.skip('Q4: " }],
  },
}
