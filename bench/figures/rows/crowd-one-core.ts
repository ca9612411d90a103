import type { Figure } from '../figure.ts'

export const crowdOneCore: Figure = {
  key: 'crowd_one_core',
  unit: 'people',
  bar: 4000,
  moreIsBetter: true,
  leastSamples: 1000,
  needsPages: true,
  measure: async () =>
    (await import('../../server/crowd-on-one-core.ts')).measureCrowdOnOneCore((sentence) => void process.stderr.write(`${sentence}\n`)),
  fault: {
    description: 'whom a viewer should know is looked at sixteen times whenever its turn comes',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'if (isDue || hasChangedStorey(hall, viewer)) updateInterest(hall, slot)',
        replace: 'for (let again = 0; again < 16; again++) updateInterest(hall, slot)',
      },
    ],
  },
}
