import type { Figure } from '../figure.ts'

export const downRoamBps: Figure = {
  key: 'down_roam_bps',
  unit: 'B/s',
  bar: 900,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../server/crowd-figures.ts')).measureDownBps('roam'),
  fault: {
    description: 'everybody is told of 120 people always, by full states',
    edits: [
      { file: 'engine/host/hall.ts', find: 'options.viewLimit ?? 60', replace: 'options.viewLimit ?? 120' },
      { file: 'engine/host/hall.ts', find: 'options.viewNear ?? 30', replace: 'options.viewNear ?? 120' },
      { file: 'engine/host/send-frames.ts', find: 'const follows = viewer.canCollide', replace: 'const follows = viewer.netId < 0' },
    ],
  },
}
