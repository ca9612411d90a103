import type { Figure } from '../figure.ts'

export const cpuVsColyseus: Figure = {
  key: 'cpu_vs_colyseus',
  unit: 'ratio',
  bar: 0.25,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../peers/peer-figures.ts')).measureVsColyseus('cpu'),
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
