import type { Figure } from '../figure.ts'

export const contactAllocBytes: Figure = {
  key: 'contact_alloc_bytes',
  unit: 'bytes/tick',
  bar: 64,
  leastSamples: 5000,
  needsPages: false,
  measure: async () => (await import('../run-alloc.ts')).measureAlloc('walls'),
  fault: {
    description: "Rapier's answer is taken by its own method, as a new object",
    edits: [
      {
        file: 'engine/physics/rapier-asker.ts',
        find: '      answer[0] = window.x\n      answer[1] = window.y\n      answer[2] = window.z\n',
        replace: '      const { x, y, z } = controller.computedMovement()\n      answer.set([x, y, z])\n',
      },
    ],
  },
}
