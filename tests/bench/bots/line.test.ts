import { createRng } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { createLine, type LineOptions } from '../../../bench/bots/line.ts'

const perfect: LineOptions = { delayMs: 0, jitterMs: 0, stallMs: 0, stallEveryMs: 0, cutEveryMs: 0 }

/** Sends a message every 50 ms for a minute. @returns each one's number and how long it took, ms, in the order of arrival */
function minute(options: LineOptions, seed: number): { number: number; tookMs: number }[] {
  const line = createLine(options, createRng(seed), 0)
  const arrived: { number: number; tookMs: number }[] = []
  let now = 0
  for (; now < 70_000; now++) {
    line.run(now)
    const sentMs = now
    if (now % 50 === 0 && now < 60_000) line.post('up', now, () => arrived.push({ number: sentMs / 50, tookMs: now - sentMs }))
  }
  return arrived
}
const delays = (options: LineOptions, seed: number): number[] => minute(options, seed).map(({ tookMs }) => tookMs)

describe('a line', () => {
  it('that is perfect hands everything over at once', () => {
    const line = createLine(perfect, createRng(1), 0)
    let arrived = 0
    line.post('up', 5, () => arrived++)
    expect(arrived).toBe(1)
    expect(line.tearsMs).toBe(Number.POSITIVE_INFINITY)
  })
  it('keeps the order and loses nothing, whatever the jitter (seed 2)', () => {
    const arrived = minute({ ...perfect, delayMs: 100, jitterMs: 90, stallMs: 2000, stallEveryMs: 10_000 }, 2)
    expect(arrived.map(({ number }) => number)).toEqual(Array.from({ length: 1200 }, (_, i) => i))
  })
  it('delays by what was asked, give or take the jitter (seed 3)', () => {
    const found = delays({ ...perfect, delayMs: 400, jitterMs: 100 }, 3)
    expect(found).toHaveLength(1200)
    expect(Math.min(...found)).toBeGreaterThanOrEqual(300)
    expect(Math.max(...found)).toBeLessThanOrEqual(501)
    // Order makes the late ones hold up those behind them: the mean is a little above.
    expect(found.reduce((sum, ms) => sum + ms, 0) / found.length).toBeGreaterThan(390)
  })
  it('stalls for so long, about so often, and lets all that waited through together (seed 4)', () => {
    const found = delays({ ...perfect, delayMs: 10, stallMs: 2000, stallEveryMs: 20_000 }, 4)
    expect(Math.max(...found)).toBeGreaterThan(1900)
    expect(Math.max(...found)).toBeLessThanOrEqual(2011)
    const held = found.filter((ms) => ms > 20).length / 40
    expect(held).toBeGreaterThanOrEqual(2)
    expect(held).toBeLessThanOrEqual(5)
  })
  it('stalls in both directions at the same time (seed 5)', () => {
    const line = createLine({ ...perfect, delayMs: 10, stallMs: 2000, stallEveryMs: 20_000 }, createRng(5), 0)
    const held = { up: [] as number[], down: [] as number[] }
    let now = 0
    for (; now < 70_000; now++) {
      line.run(now)
      const sentMs = now
      for (const way of ['up', 'down'] as const) {
        line.post(way, now, () => {
          if (now - sentMs > 20) held[way].push(sentMs)
        })
      }
    }
    expect(held.up.length).toBeGreaterThan(1000)
    expect(held.up).toEqual(held.down)
  })
  it('tears at chance moments, on average as often as asked', () => {
    const lives = Array.from(
      { length: 2000 },
      (_, seed) => createLine({ ...perfect, cutEveryMs: 60_000 }, createRng(seed), 1000).tearsMs - 1000,
    )
    const mean = lives.reduce((sum, ms) => sum + ms, 0) / lives.length
    expect(mean).toBeGreaterThan(54_000)
    expect(mean).toBeLessThan(66_000)
    // A short run sees its share of them too.
    expect(lives.filter((ms) => ms < 20_000).length / lives.length).toBeGreaterThan(0.23)
  })
  it('that is torn lets nothing arrive any more', () => {
    const line = createLine({ ...perfect, delayMs: 100 }, createRng(6), 0)
    let arrived = 0
    line.post('down', 0, () => arrived++)
    line.tear()
    line.run(1000)
    line.post('down', 1000, () => arrived++)
    line.run(2000)
    expect(arrived).toBe(0)
  })
})
