import type { Figure } from '../figure.ts'

export const downCitizensP99Bps: Figure = {
  key: 'down_citizens_p99_bps',
  unit: 'B/s',
  bar: 1200,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../server/crowd-figures.ts')).measureDownP99Bps(),
  fault: {
    description: 'everybody is told of 120 people always, by full states, in every tick',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'viewer.frameCredit >= costTicks',
        replace: 'viewer.frameCredit > Number.NEGATIVE_INFINITY',
      },
      { file: 'engine/host/hall.ts', find: 'options.viewLimit ?? 60', replace: 'options.viewLimit ?? 120' },
      { file: 'engine/host/hall.ts', find: 'options.viewNear ?? 30', replace: 'options.viewNear ?? 120' },
      { file: 'engine/host/send-frames.ts', find: 'const follows = viewer.canCollide', replace: 'const follows = viewer.netId < 0' },
    ],
  },
}
