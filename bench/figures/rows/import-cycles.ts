import type { Figure } from '../figure.ts'

export const importCycles: Figure = {
  key: 'import_cycles',
  unit: 'cycles',
  bar: 0,
  leastSamples: 200,
  needsPages: false,
  measure: async () => (await import('../architecture.ts')).countImportCycles(),
  fault: {
    description: 'two files of the core import each other',
    edits: [
      {
        file: 'engine/core/rng.ts',
        find: '/** A seeded source of randomness.',
        replace: "export type { NetId } from './net-id.ts'\n/** A seeded source of randomness.",
      },
      {
        file: 'engine/core/net-id.ts',
        find: "import { assert } from './assert.ts'",
        replace: "import { assert } from './assert.ts'\nexport type { Rng } from './rng.ts'",
      },
    ],
  },
}
