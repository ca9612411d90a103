import type { Figure } from '../figure.ts'

export const serverIdleMb: Figure = {
  key: 'server_idle_mb',
  unit: 'MB',
  bar: 220,
  leastSamples: 20,
  needsPages: true,
  measure: async () => (await import('../server-idle-mb.ts')).measureServerIdleMb(),
  fault: {
    description: 'every region keeps eight megabytes of its own',
    edits: [
      {
        file: 'server/mall/malls.ts',
        find: '    countersByRegion.set(region.slug, counters)\n',
        replace: '    countersByRegion.set(region.slug, Object.assign([...counters], { kept: Buffer.alloc(8_000_000, 1) }))\n',
      },
    ],
  },
}
