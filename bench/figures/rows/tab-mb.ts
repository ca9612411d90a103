import type { Figure } from '../figure.ts'

export const tabMb: Figure = {
  key: 'tab_mb',
  unit: 'MB',
  bar: 110,
  leastSamples: 5,
  needsPages: true,
  measure: async () => (await import('../tab-memory.ts')).measureTabMb(),
  fault: {
    description: 'the sheet is drawn at three times',
    edits: [{ file: 'engine/host/browser/quality.ts', find: 'high: { atlasScale: 2,', replace: 'high: { atlasScale: 3,' }],
  },
}
