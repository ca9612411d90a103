import type { Figure } from '../figure.ts'

export const streamP95Ms: Figure = {
  key: 'stream_p95_ms',
  unit: 'ms',
  bar: 2000,
  leastSamples: 500,
  needsPages: false,
  measure: async () => (await import('../stream-p95.ts')).measureStreamP95(),
  fault: {
    description: "the viewer's player keeps four seconds behind the live edge instead of one",
    edits: [{ file: 'game/page/citizen/watch/hls-player.ts', find: 'liveSyncDuration: 1,', replace: 'liveSyncDuration: 4,' }],
  },
}
