import type { Figure } from '../figure.ts'

export const boardMs: Figure = {
  key: 'board_ms',
  unit: 'ms',
  bar: 1000,
  leastSamples: 20,
  needsPages: true,
  measure: async () => (await import('../board-ms.ts')).measureBoardMs(),
  fault: {
    description: 'the page looks at what the server says three seconds later',
    edits: [
      {
        file: 'game/page/shared/socket/service-socket.ts',
        find: '      deliver(message.data)\n',
        replace: '      setTimeout(() => deliver(message.data), 3000)\n',
      },
    ],
  },
}
