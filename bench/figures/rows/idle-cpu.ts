import type { Figure } from '../figure.ts'

export const idleCpu: Figure = {
  key: 'idle_cpu',
  unit: 'cores',
  bar: 0.01,
  leastSamples: 30,
  needsPages: true,
  measure: async () => (await import('../idle-mall.ts')).measureIdleCpu(),
  fault: {
    description: 'the drawing thread looks sixty times a second whether there is something to draw',
    edits: [{ file: 'engine/host/browser/frame-loop.ts', find: '    if (draw(nowMs)) wake()\n', replace: '    draw(nowMs)\n    wake()\n' }],
  },
}
