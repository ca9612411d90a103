import type { Figure } from '../figure.ts'

export const ticketsLoopP99Ms: Figure = {
  key: 'tickets_loop_p99_ms',
  unit: 'ms',
  bar: 8,
  leastSamples: 5000,
  needsPages: true,
  measure: async () => (await import('../../server/tickets-loop.ts')).measureTicketsLoop(),
  fault: {
    description: 'every officer’s view of the counter is made forty times over',
    edits: [
      {
        file: 'server/queue/ticket-views.ts',
        find: '    const current = await desk.inHand(counter)\n',
        replace:
          '    for (let again = 0; again < 40; again++) JSON.stringify([...malls.agencies(counter.region)])\n    const current = await desk.inHand(counter)\n',
      },
    ],
  },
}
