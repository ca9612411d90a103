import type { Figure } from '../figure.ts'

export const seenStepMs: Figure = {
  key: 'seen_step_ms',
  unit: 'ms',
  bar: 200,
  leastSamples: 50,
  needsPages: true,
  measure: async () => (await import('../seen-step-ms.ts')).measureSeenStepMs(),
  fault: {
    description: 'the server tells viewers the news once a second only',
    edits: [
      {
        file: 'engine/host/send-frames.ts',
        find: 'if (viewer.frameCredit >= costTicks) sendFrame(hall, viewer, costTicks)',
        replace: 'if (tick % 20 === 0) sendFrame(hall, viewer, costTicks)',
      },
    ],
  },
}
