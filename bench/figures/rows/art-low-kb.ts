import type { Figure } from '../figure.ts'

export const artLowKb: Figure = {
  key: 'art_low_kb',
  unit: 'kB',
  bar: 120,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../art-kb.ts')).measureArtKb('low'),
  fault: {
    description: 'what is drawn is written out, not packed: drawings and maps travel as they lie in the tree',
    edits: [
      {
        file: 'scripts/build.ts',
        find: 'const compressible = /\\.(js|css|html|json|svg|wasm|tmj|txt|webmanifest)$/',
        replace: 'const compressible = /\\.(js|css|html|svg|wasm|txt|webmanifest)$/',
      },
    ],
  },
}
