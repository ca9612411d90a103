import type { Figure } from '../figure.ts'

export const upBps: Figure = {
  key: 'up_bps',
  unit: 'B/s',
  bar: 40,
  leastSamples: 950,
  needsPages: true,
  measure: async () => (await import('../../server/crowd-figures.ts')).measureUpBps(),
  fault: {
    description: 'a client asks for the time ten times a second',
    edits: [{ file: 'engine/net/protocol.ts', find: 'export const pingEveryMs = 12_000', replace: 'export const pingEveryMs = 100' }],
  },
}
