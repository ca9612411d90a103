import type { Figure } from '../figure.ts'

export const upwardImports: Figure = {
  key: 'upward_imports',
  unit: 'imports',
  bar: 0,
  leastSamples: 200,
  needsPages: false,
  measure: async () => (await import('../architecture.ts')).countUpwardImports(),
  fault: {
    description: "the engine's core imports from space, which lies above it",
    edits: [
      {
        file: 'engine/core/rng.ts',
        find: '/** A seeded source of randomness.',
        replace: "export type { SpaceMap } from '../space/index.ts'\n/** A seeded source of randomness.",
      },
    ],
  },
}
