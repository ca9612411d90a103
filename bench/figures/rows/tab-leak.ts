import type { Figure } from '../figure.ts'

export const tabLeak: Figure = {
  key: 'tab_leak',
  unit: 'of the start',
  bar: 0.05,
  leastSamples: 5,
  needsPages: true,
  measure: async () => (await import('../tab-memory.ts')).measureTabLeak(),
  fault: {
    description: 'the drawing thread of a mall that one has left stays',
    edits: [
      {
        file: 'engine/host/browser/scene-threads.ts',
        find: 'proxy(onEvent))))\n    },\n    end: () => worker.terminate(),',
        replace: 'proxy(onEvent))))\n    },\n    end: () => {},',
      },
    ],
  },
}
