import type { Figure } from '../figure.ts'

export const firstWallKb: Figure = {
  key: 'first_wall_kb',
  unit: 'kB',
  bar: 780,
  leastSamples: 10,
  needsPages: true,
  measure: async () => (await import('../first-wall-kb.ts')).measureFirstWallKb(),
  fault: {
    description: 'Rapier comes as it is published: whole, and as base64 inside a script',
    edits: [
      {
        file: 'vite.config.ts',
        find: "worker: { format: 'es', plugins: () => [rapierWasm(), leanPixi()] }",
        replace: "worker: { format: 'es', plugins: () => [leanPixi()] }",
      },
    ],
  },
}
