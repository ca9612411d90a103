import type { Figure } from '../figure.ts'

export const firstScreenKb: Figure = {
  key: 'first_screen_kb',
  unit: 'kB',
  bar: 60,
  leastSamples: 3,
  needsPages: true,
  measure: async () => (await import('../first-screen-kb.ts')).measureFirstScreenKb(),
  fault: {
    description: "the mall's code and its drawing thread come with the page",
    edits: [
      {
        file: 'game/page/citizen/main.tsx',
        find: '\n}\n\nstart()\n',
        replace: `
}

start()
void import('./mall/index.ts')
void new Worker(new URL('../../../workers/render.worker.ts', import.meta.url), { type: 'module' })
`,
      },
    ],
  },
}
