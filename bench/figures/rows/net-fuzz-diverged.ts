import type { Figure } from '../figure.ts'

export const netFuzzDiverged: Figure = {
  key: 'net_fuzz_diverged',
  unit: 'sessions',
  bar: 0,
  leastSamples: 500,
  needsPages: false,
  measure: async () => (await import('../net-fuzz-diverged.ts')).measureNetFuzzDiverged(),
  fault: {
    description: "a viewer is told somebody's newest intent alone, whatever it has missed before",
    edits: [{ file: 'engine/host/send-frames.ts', find: 'told + 1 === news[slot] && ', replace: '' }],
  },
}
