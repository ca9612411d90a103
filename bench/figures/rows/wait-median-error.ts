import type { Figure } from '../figure.ts'

export const waitMedianError: Figure = {
  key: 'wait_median_error',
  unit: 'of wait',
  bar: 0.25,
  leastSamples: 30_000,
  needsPages: false,
  measure: async () => (await import('../../wait/wait-figures.ts')).measureWaitMedianError(),
  fault: {
    description: 'the work is done by one counter, however many are open',
    edits: [
      {
        file: 'game/queue/estimate-wait.ts',
        find: '(inHandMs + waiting.meanMs) / counters - firstMs',
        replace: '(inHandMs + waiting.meanMs) - firstMs',
      },
    ],
  },
}
