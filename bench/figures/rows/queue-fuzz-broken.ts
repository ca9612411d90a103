import type { Figure } from '../figure.ts'

export const queueFuzzBroken: Figure = {
  key: 'queue_fuzz_broken',
  unit: 'days',
  bar: 0,
  leastSamples: 2000,
  needsPages: false,
  measure: async () => (await import('../../queue/measure-fuzz-broken.ts')).measureFuzzBroken(),
  fault: {
    description: 'whoever rejoins while few wait stands before the last of them',
    edits: [
      {
        file: 'game/queue/decide-entrance.ts',
        find: 'Math.min(rejoinBehind, day.waiting.length) - 1',
        replace: 'Math.min(rejoinBehind, day.waiting.length - 1) - 1',
      },
    ],
  },
}
