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
    description: 'whom a viewer should know is looked at four times in every tick',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'if ((tick + slot) % interestEveryTicks < passed) updateInterest(hall, slot)',
        replace: 'for (let again = 0; again < 4; again++) updateInterest(hall, slot)',
      },
    ],
  },
}
