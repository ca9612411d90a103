import type { Figure } from '../figure.ts'

export const disposeLeak: Figure = {
  key: 'dispose_leak',
  unit: 'of a mount',
  bar: 0.02,
  leastSamples: 100,
  needsPages: false,
  measure: async () => (await import('../dispose-leak.ts')).measureDisposeLeak(),
  fault: {
    description: 'a scene that is gone still listens to the window',
    edits: [
      {
        file: 'engine/host/browser/mount-scene.ts',
        find: '    observer.observe(element)\n',
        replace: `    observer.observe(element)
    addEventListener('resize', () => void render.calls.resize(element.clientWidth, element.clientHeight, pixelRatio()))
`,
      },
    ],
  },
}
