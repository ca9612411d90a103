import type { Figure } from '../figure.ts'

export const downCitizensBps: Figure = {
  key: 'down_citizens_bps',
  unit: 'B/s',
  bar: 300,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../server/crowd-figures.ts')).measureDownBps('citizens'),
  fault: {
    description: 'everybody is told of 120 people always, in every tick',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'viewer.frameCredit >= costTicks',
        replace: 'viewer.frameCredit > Number.NEGATIVE_INFINITY',
      },
      { file: 'engine/host/hall.ts', find: 'options.viewLimit ?? 60', replace: 'options.viewLimit ?? 120' },
      { file: 'engine/host/hall.ts', find: 'options.viewNear ?? 30', replace: 'options.viewNear ?? 120' },
    ],
  },
}
