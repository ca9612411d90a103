import { expect, it } from 'vitest'
import { compareRows } from '../../../bench/compare/compare-rows.ts'
import type { Row } from '../../../bench/suite.ts'

const row = (name: string, nsPerOperation: number, marginPercent = 2): Row => ({
  name,
  nsPerOperation,
  marginPercent,
  operationsPerSecond: 1e9 / nsPerOperation,
  samples: 50,
})

it('calls a difference one only beyond both margins and in every round', () => {
  const base = [
    [row('a', 100), row('b', 100), row('c', 100), row('d', 100, 30)],
    [row('a', 100), row('b', 100), row('c', 100), row('d', 100)],
  ]
  const here = [
    [row('a', 50), row('b', 130), row('c', 101), row('d', 80)],
    [row('a', 52), row('b', 120), row('c', 90), row('d', 80)],
  ]
  expect(compareRows(base, here).map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['a faster', 'b slower', 'c same', 'd same'])
  expect(compareRows(base, here)[0]).toMatchObject({ baseNs: 100, hereNs: 51, ratio: 0.51 })
})

it('leaves out what only one side has', () => {
  expect(compareRows([[row('old', 1)]], [[row('new', 1)]])).toEqual([])
  expect(compareRows([[]], [[row('new', 1)]])).toEqual([])
})
