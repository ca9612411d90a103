import { createClockSync } from '@balai/engine/net'
import { expect, it } from 'vitest'

/** Own clock and server's show the same; pings take `up` and `down` ms. */
function sampled(...ways: [up: number, down: number][]) {
  const sync = createClockSync()
  let now = 1000
  for (const [up, down] of ways) {
    sync.sample(now, now + up, now + up + down)
    now += up + down + 150
  }
  return { error: sync.serverMs(now) - now, rtt: sync.rttMs() }
}

it('N9: the sample with the shortest way decides', () => {
  expect(sampled([900, 300], [60, 40], [400, 20])).toEqual({ error: 10, rtt: 100 })
})

it('N9: a way there that was held up puts the clock ahead by less than an intent may be', () => {
  expect(sampled([2500, 20]).error).toBeLessThan(500)
  expect(sampled([20, 2500]).error).toBeGreaterThan(-3000)
})
