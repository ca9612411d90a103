import type { Figure } from '../figure.ts'

export const idleFrames: Figure = {
  key: 'idle_frames',
  unit: 'frames',
  bar: 0,
  leastSamples: 30,
  needsPages: true,
  measure: async () => (await import('../idle-mall.ts')).measureIdleFrames(),
  fault: {
    description: 'a breath is drawn when it is due, and not with the next frame that is drawn anyway',
    edits: [
      {
        file: 'engine/render/person-pictures.ts',
        find: "if (cycle === undefined || cycle.by !== 'time' || cycle.steps < 2 || reducedMotion)",
        replace: "if (cycle === undefined || cycle.by === 'distance' || cycle.steps < 2 || reducedMotion)",
      },
      {
        file: 'engine/render/people.ts',
        find: "    const isIdle = art.cycles[at]?.by === 'idle'\n",
        replace: '    const isIdle = art.cycles.length === 0\n',
      },
    ],
  },
}
