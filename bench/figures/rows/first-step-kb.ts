import type { Figure } from '../figure.ts'

export const firstStepKb: Figure = {
  key: 'first_step_kb',
  unit: 'kB',
  bar: 450,
  leastSamples: 8,
  needsPages: true,
  measure: async () => (await import('../first-step-kb.ts')).measureFirstStepKb(),
  fault: {
    description: 'built files are sent as they are, though a packed copy lies beside each',
    edits: [{ file: 'server/page/page-routes.ts', find: 'preCompressed: true', replace: 'preCompressed: false' }],
  },
}
