import type { Figure } from '../figure.ts'

export const rapierKb: Figure = {
  key: 'rapier_kb',
  unit: 'kB',
  bar: 325,
  leastSamples: 1,
  needsPages: true,
  measure: async () => (await import('../rapier-kb.ts')).measureRapierKb(),
  fault: {
    description: 'the pages carry the .wasm file as it is published, not the part of it that is called',
    edits: [
      {
        file: 'scripts/vite-rapier-wasm.ts',
        find: "const file = join(trimmedFolder, 'rapier-trimmed.wasm')",
        replace: "const file = join(dirname(id.split('?')[0]), 'rapier_wasm3d_bg.wasm')",
      },
    ],
  },
}
