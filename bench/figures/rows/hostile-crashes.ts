import type { Figure } from '../figure.ts'

export const hostileCrashes: Figure = {
  key: 'hostile_crashes',
  unit: 'faults',
  bar: 0,
  leastSamples: 1_000_000,
  needsPages: true,
  measure: async () => (await import('../hostile-crashes.ts')).measureHostileCrashes(),
  fault: {
    description: 'nobody hears when a line that is refused is torn',
    edits: [
      {
        file: 'server/socket/attach-sockets.ts',
        find: "    stream.on('error', () => stream.destroy())\n",
        replace: '',
      },
    ],
  },
}
