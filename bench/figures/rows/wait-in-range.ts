import type { Figure } from '../figure.ts'

export const waitInRange: Figure = {
  key: 'wait_in_range',
  unit: 'share',
  bar: 0.85,
  moreIsBetter: true,
  leastSamples: 50_000,
  needsPages: false,
  measure: async () => (await import('../../wait/wait-figures.ts')).measureWaitInRange(),
  fault: {
    description: 'nothing happens that talks do not explain: no officer is ever away',
    edits: [
      {
        file: 'game/queue/estimate-wait.ts',
        find: ' + (unforeseen.share * meanMs) ** 2 / openCounters + unforeseen.ms ** 2',
        replace: '',
      },
    ],
  },
}
