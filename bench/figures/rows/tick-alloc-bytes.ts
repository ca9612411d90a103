import type { Figure } from '../figure.ts'

export const tickAllocBytes: Figure = {
  key: 'tick_alloc_bytes',
  unit: 'bytes/tick',
  bar: 64,
  leastSamples: 5000,
  needsPages: false,
  measure: async () => (await import('../run-alloc.ts')).measureAlloc('free'),
  fault: {
    description: 'a tick makes a list of those who walk',
    edits: [
      {
        file: 'engine/sim/move-avatars.ts',
        find: '  for (let i = moving.count - 1; i >= 0; i--) {',
        replace:
          '  for (const eid of Array.from(moving.eids)) {\n    if (eid < 0) return\n  }\n  for (let i = moving.count - 1; i >= 0; i--) {',
      },
    ],
  },
}
