import type { Figure } from '../figure.ts'

export const drawCalls: Figure = {
  key: 'draw_calls',
  unit: 'calls',
  bar: 12,
  leastSamples: 300,
  needsPages: false,
  measure: async () => (await import('../draw-calls.ts')).measureDrawCalls(),
  fault: {
    description: 'the graphics card is called anew for every 256 quads',
    edits: [
      {
        file: 'engine/render/quad-pipe.ts',
        find: '    gl.drawElements(gl.TRIANGLES, view.count * 6, bytes === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT, view.first * 6 * bytes)\n',
        replace: `    for (let from = 0; from < view.count; from += 256) {
      const count = Math.min(256, view.count - from)
      gl.drawElements(gl.TRIANGLES, count * 6, bytes === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT, (view.first + from) * 6 * bytes)
    }
`,
      },
    ],
  },
}
