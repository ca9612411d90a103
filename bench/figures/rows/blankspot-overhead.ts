import type { Figure } from '../figure.ts'

export const blankspotOverhead: Figure = {
  key: 'blankspot_overhead',
  unit: 'share',
  bar: 0.1,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../../case-visit/measure-blankspot.ts')).measureBlankspot(),
  fault: {
    description: 'an upload that broke off begins from its first byte',
    edits: [
      {
        file: 'game/page/citizen/case/outbox/send-bytes.ts',
        find: 'uploadUrl: sending.uploadUrl,',
        replace: 'uploadUrl: null,',
      },
    ],
  },
}
