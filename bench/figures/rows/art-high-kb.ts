import type { Figure } from '../figure.ts'

export const artHighKb: Figure = {
  key: 'art_high_kb',
  unit: 'kB',
  bar: 350,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../art-kb.ts')).measureArtKb('high'),
  fault: {
    description: 'built files are sent as they are, though a packed copy lies beside each',
    edits: [{ file: 'server/page/page-routes.ts', find: 'preCompressed: true', replace: 'preCompressed: false' }],
  },
}
