import type { Figure } from '../figure.ts'

export const downFramesPerS: Figure = {
  key: 'down_frames_per_s',
  unit: 'frames/s',
  bar: 4,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../server/crowd-figures.ts')).measureDownFrames(),
  fault: {
    description: 'news waits for nothing: a frame in every tick that has some',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'viewer.frameCredit >= costTicks',
        replace: 'viewer.frameCredit > Number.NEGATIVE_INFINITY',
      },
    ],
  },
}
