import type { Figure } from '../figure.ts'

export const embedLines: Figure = {
  key: 'embed_lines',
  unit: 'lines',
  bar: 20,
  leastSamples: 1,
  needsPages: false,
  measure: async () => (await import('../embed-lines.ts')).measureEmbedLines(),
  fault: {
    description: 'the package brings no threads of its own, so the program of the README does not run',
    edits: [
      {
        file: 'engine/host/browser/mount.ts',
        find: 'workers: { ...packagedWorkers, ...options.workers }',
        replace: 'workers: { ...options.workers } as typeof packagedWorkers',
      },
    ],
  },
}
