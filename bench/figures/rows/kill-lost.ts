import type { Figure } from '../figure.ts'

export const killLost: Figure = {
  key: 'kill_lost',
  unit: 'tickets',
  bar: 0,
  leastSamples: 20_000,
  needsPages: true,
  measure: async () => (await import('../kill-lost.ts')).measureKillLost(),
  fault: {
    description: 'a ticket is acknowledged before the commit',
    edits: [{ file: 'server/queue/queue-actor.ts', find: '        await write\n', replace: '        write.catch(() => undefined)\n' }],
  },
}
