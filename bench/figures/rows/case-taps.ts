import type { Figure } from '../figure.ts'

export const caseTaps: Figure = {
  key: 'case_taps',
  unit: 'taps',
  bar: 12,
  leastSamples: 1,
  needsPages: true,
  measure: async () => (await import('../../case-visit/measure-taps.ts')).measureCaseTaps(),
  fault: {
    description: 'what an earlier case has told is asked again',
    edits: [
      {
        file: 'game/page/citizen/case/state/apply.ts',
        find: 'known: caseApp.known.value',
        replace: 'known: {}',
      },
    ],
  },
}
