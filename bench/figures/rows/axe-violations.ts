import type { Figure } from '../figure.ts'

export const axeViolations: Figure = {
  key: 'axe_violations',
  unit: 'elements',
  bar: 0,
  leastSamples: 12,
  needsPages: true,
  measure: async () => (await import('../axe-violations.ts')).measureAxeViolations(),
  fault: {
    description: 'secondary words are written in a grey too light for the paper',
    edits: [{ file: 'game/page/shared/tokens.css', find: '--ink-soft: #64544a;', replace: '--ink-soft: #b4a89e;' }],
  },
}
