import type { Figure } from '../figure.ts'

export const skmWrong: Figure = {
  key: 'skm_wrong',
  unit: 'cases',
  bar: 0,
  leastSamples: 1000,
  needsPages: false,
  measure: async () => (await import('../../survey/skm-wrong.ts')).measureSkmWrong(),
  fault: {
    description: 'one ninth is taken as 0.111, as many printed forms have it',
    edits: [
      {
        file: 'game/survey/survey.ts',
        find: 'Math.floor((2 * 2500 * total + 9 * n) / (18 * n))',
        replace: 'Math.round((2500 * 0.111 * total) / n)',
      },
    ],
  },
}
