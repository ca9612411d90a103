import type { Figure } from '../figure.ts'

export const contrastFailures: Figure = {
  key: 'contrast_failures',
  unit: 'things',
  bar: 0,
  leastSamples: 300,
  needsPages: true,
  measure: async () => (await import('../contrast-failures.ts')).measureContrastFailures(),
  fault: {
    description: 'secondary words are too light, the plates of health too, and buttons are 40 px high',
    edits: [
      { file: 'game/page/shared/tokens.css', find: '--ink-soft: #64544a;', replace: '--ink-soft: #a2958b;' },
      { file: 'game/page/shared/tokens.css', find: '--touch: 44px;', replace: '--touch: 40px;' },
      { file: 'assets/art/palette.ts', find: "kesehatan: '#237A5C'", replace: "kesehatan: '#57B894'" },
    ],
  },
}
