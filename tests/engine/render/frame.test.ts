import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A view of a snapshot made anew for every frame would be more, and so would one object for each person. */
const mostBytes = 512

test('a frame of a full hall, all of it but the calls of the graphics card, leaves next to nothing on the heap', () => {
  const child = fileURLToPath(new URL('frame-child.ts', import.meta.url))
  // So large that nothing is collected in the middle of a round.
  const flags = ['--min-semi-space-size=64', '--max-semi-space-size=64']
  const { status, stderr, stdout } = spawnSync(process.execPath, [...flags, child], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const { bytesAFrame, inView, rounds } = JSON.parse(stdout) as { bytesAFrame: number; inView: number; rounds: number }
  expect(inView).toBeGreaterThan(80)
  expect(rounds).toBeGreaterThan(3)
  expect(bytesAFrame).toBeLessThan(mostBytes)
})
