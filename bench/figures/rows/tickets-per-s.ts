import type { Figure } from '../figure.ts'

export const ticketsPerS: Figure = {
  key: 'tickets_per_s',
  unit: 'pairs/s',
  bar: 10_000,
  moreIsBetter: true,
  leastSamples: 30_000,
  needsPages: false,
  measure: async () => (await import('../../store/tickets-per-s.ts')).measureTicketsPerS(),
  fault: {
    description: 'every request is a commit of its own',
    edits: [
      {
        file: 'server/store/serve-store.ts',
        find: 'engine.run(runBatch(requests.slice(at, at + perCommit)))',
        replace: 'requests.slice(at, at + perCommit).flatMap((request) => engine.run(runBatch([request])))',
      },
    ],
  },
}
