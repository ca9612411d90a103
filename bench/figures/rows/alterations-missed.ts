import type { Figure } from '../figure.ts'

export const alterationsMissed: Figure = {
  key: 'alterations_missed',
  unit: 'changes',
  bar: 0,
  leastSamples: 1000,
  needsPages: false,
  measure: async () => (await import('../../documents/measure-alterations.ts')).measureAlterationsMissed(40),
  fault: {
    description: 'a line of the audit is bound by its seal alone, and not by what it shows',
    edits: [
      {
        file: 'game/case/audit/audit-line.ts',
        find: 'return `${previous}\\n${seal}\\n${canonicalJson(shown)}`',
        replace: 'return `${previous}\\n${seal}\\n${shown.kind}`',
      },
    ],
  },
}
