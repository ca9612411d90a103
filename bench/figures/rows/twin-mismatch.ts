import type { Figure } from '../figure.ts'

export const twinMismatch: Figure = {
  key: 'twin_mismatch',
  unit: 'positions',
  bar: 0,
  leastSamples: 15_000_000,
  needsPages: false,
  measure: async () => (await import('../twin-mismatch.ts')).measureTwinMismatch(),
  fault: {
    description: 'a wall is asked about with the height of whoever asked before',
    edits: [
      {
        file: 'engine/sim/rule-of-movement.ts',
        find: 'world.physics.move(x, Position.y[eid], z, dx, dz, out)',
        replace: 'world.physics.move(x, out[1], z, dx, dz, out)',
      },
    ],
  },
}
