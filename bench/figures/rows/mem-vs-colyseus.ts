import type { Figure } from '../figure.ts'

export const memVsColyseus: Figure = {
  key: 'mem_vs_colyseus',
  unit: 'ratio',
  bar: 0.25,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../peers/peer-figures.ts')).measureVsColyseus('mem'),
  fault: {
    description: 'every person in the hall keeps a third of a megabyte',
    edits: [
      {
        file: 'engine/host/enter-hall.ts',
        find: '    left: [],',
        replace: '    left: Object.assign([], { kept: new Uint8Array(333_333).fill(1) }),',
      },
    ],
  },
}
