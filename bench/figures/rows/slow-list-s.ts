import type { Figure } from '../figure.ts'

export const slowListS: Figure = {
  key: 'slow_list_s',
  unit: 's',
  bar: 5,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../slow-visits.ts')).measureSlowListS(),
  fault: {
    description: 'the list waits for the code of the mall and of its drawing thread',
    edits: [
      {
        file: 'game/page/citizen/main.tsx',
        find: '\n}\n\nstart()\n',
        replace: `
}

void import('./mall/index.ts').then(() => {
  const thread = new Worker(new URL('../../../workers/render.worker.ts', import.meta.url), { type: 'module' })
  setTimeout(start, 500)
  return thread
})
`,
      },
    ],
  },
}
