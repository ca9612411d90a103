import { createRapierPhysics } from '@balai/engine/physics'
import { expect, test } from 'vitest'

// A file of its own: only in a thread that has not loaded the WASM yet can two worlds race for it.
test('two worlds asked for at once, before anything is loaded, share one WASM and both work', async () => {
  const solids = [{ x0: 2, z0: 2, x1: 3, z1: 3, heightM: 2 }]
  const create = () => createRapierPhysics({ columns: 10, rows: 10, solids, radiusM: 0.25, heightM: 1.5 })
  const worlds = await Promise.all([create(), create()])
  const answers = worlds.map((world) => {
    const out = new Float32Array(3)
    world.move(1.6, 0, 2.5, 0.5, 0.1, out)
    return [...out]
  })
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0][0]).toBeLessThan(1.75)
  for (const world of worlds) world.dispose()
  expect(() => worlds[0].move(5, 0, 5, 0.1, 0.1, new Float32Array(3))).toThrow('after dispose()')
})
