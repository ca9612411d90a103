import type { Figure } from '../figure.ts'

export const corrections: Figure = {
  key: 'corrections',
  unit: 'corrections',
  bar: 0,
  leastSamples: 1_000_000,
  needsPages: true,
  measure: async () => (await import('../../server/corrections.ts')).measureCorrections(),
  fault: {
    description: 'an intent that comes more than a second late is refused',
    edits: [{ file: 'engine/host/take-intent.ts', find: 'stamp <= world.tick - lateTicks', replace: 'stamp <= world.tick - 20' }],
  },
}
