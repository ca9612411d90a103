import type { Figure } from '../figure.ts'

export const slowFirstStepS: Figure = {
  key: 'slow_first_step_s',
  unit: 's',
  bar: 20,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../slow-visits.ts')).measureSlowFirstStepS(),
  fault: {
    description: 'nobody walks before collision is there, and Rapier comes as it is published',
    edits: [
      {
        file: 'engine/host/browser/sim-thread.ts',
        find: '      connect(options, place, false)',
        replace: '      await loadPhysics()\n      connect(options, place, false)',
      },
      {
        file: 'vite.config.ts',
        find: "worker: { format: 'es', plugins: () => [rapierWasm(), leanPixi()] }",
        replace: "worker: { format: 'es', plugins: () => [leanPixi()] }",
      },
    ],
  },
}
