import type { Figure } from '../figure.ts'

export const hostileFilesAccepted: Figure = {
  key: 'hostile_files_accepted',
  unit: 'files',
  bar: 0,
  leastSamples: 600,
  needsPages: true,
  measure: async () => (await import('../../papers/hostile-files-accepted.ts')).measureHostileFilesAccepted(),
  fault: {
    description: 'what no page leads to is not looked at: an action that runs when a PDF is opened passes',
    edits: [
      {
        file: 'game/case/papers/pdf/check-pdf.ts',
        find: '  for (const { value } of file.objects.values()) refuseActive(value)\n',
        replace: '',
      },
    ],
  },
}
