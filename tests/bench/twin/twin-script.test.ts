import { intentKind } from '@balai/engine/input'
import { lateTicks } from '@balai/engine/sim'
import { parseTiledMap } from '@balai/engine/space'
import { describe, expect, it } from 'vitest'
import { twinMaps } from '../../../bench/twin/twin-maps.ts'
import { firstTick, settledTicks, twinScript } from '../../../bench/twin/twin-script.ts'

const run = { seed: 1, ticks: 10_000 }
const maps = twinMaps().map(({ source }) => parseTiledMap(source))
const { orders } = twinScript(maps[0], run, 3)
const obeyed = orders.filter((order) => !order.isStale)
const lateness = obeyed.map(({ arrives, stamp }) => arrives - (stamp - 1))

describe('a script of 10,000 ticks (seed 1)', () => {
  it('has intents of every kind, on time, ahead, late up to the last tick that is allowed, and too late', () => {
    expect(new Set(obeyed.map(({ intent }) => intent.kind))).toEqual(new Set(Object.values(intentKind)))
    for (const is of [(late: number) => late === 0, (late: number) => late < -20, (late: number) => late === lateTicks]) {
      expect(lateness.filter(is).length).toBeGreaterThan(5)
    }
    expect(Math.max(...lateness)).toBe(lateTicks)
    expect(orders.length - obeyed.length).toBeGreaterThan(5)
    expect(orders.every(({ arrives, stamp, isStale }) => !isStale || stamp <= arrives - lateTicks)).toBe(true)
  })
  it('is told in the order in which it was meant, with several in one tick', () => {
    const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b)
    for (const key of ['stamp', 'arrives'] as const)
      expect(obeyed.map((order) => order[key])).toEqual(sorted(obeyed.map((order) => order[key])))
    expect(new Set(obeyed.map(({ stamp }) => stamp)).size).toBeLessThan(obeyed.length)
    expect(obeyed[0].arrives).toBeGreaterThanOrEqual(firstTick)
  })
  it('is settled in those ticks whose intents had all come, which are most and not all', () => {
    const settled = settledTicks(orders, run.ticks)
    for (let at = 0; at < run.ticks; at++) {
      const outstanding = obeyed.some(({ stamp, arrives }) => stamp <= firstTick + 1 + at && arrives >= firstTick + 1 + at)
      expect(settled[at], `tick ${at}`).toBe(outstanding ? 0 : 1)
    }
    const share = settled.reduce((sum, one) => sum + one, 0) / run.ticks
    expect(share).toBeGreaterThan(0.6)
    expect(share).toBeLessThan(0.95)
  })
})

it('every map has a start, its own solids, and one of them steps that can be climbed', () => {
  expect(maps.map(({ name }) => name)).toHaveLength(5)
  expect(new Set(maps.map(({ solids }) => solids.length)).size).toBe(5)
  for (const map of maps) expect(() => twinScript(map, run, 0)).not.toThrow()
  expect(maps[4].solids.filter(({ heightM }) => heightM <= 0.2).length).toBeGreaterThan(100)
})
