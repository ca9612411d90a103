import type { Figure } from '../figure.ts'

export const waitRangeWidth: Figure = {
  key: 'wait_range_width',
  unit: 'of wait',
  bar: 0.8,
  leastSamples: 30_000,
  needsPages: false,
  measure: async () => (await import('../../wait/wait-figures.ts')).measureWaitRangeWidth(),
  fault: {
    description: 'all those ahead talk long, or all short',
    edits: [
      {
        file: 'game/queue/estimate-wait.ts',
        find: 'count * talk.spreadSquare + count ** 2 * talk.doubt',
        replace: 'count ** 2 * (talk.spreadSquare + talk.doubt)',
      },
    ],
  },
}
