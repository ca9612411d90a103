import type { Figure } from '../figure.ts'

export const powercutLost: Figure = {
  key: 'powercut_lost',
  unit: 'events',
  bar: 0,
  leastSamples: 5000,
  needsPages: false,
  measure: async () => (await import('../../store/powercut-lost.ts')).measurePowercutLost(30),
  fault: {
    description: 'a commit is acknowledged before the disk has it',
    edits: [{ file: 'server/store/sqlite-engine.ts', find: "'synchronous = full'", replace: "'synchronous = off'" }],
  },
}
