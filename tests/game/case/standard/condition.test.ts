import { expect, test } from 'vitest'
import { holds, type Answers, type Condition } from '../../../../game/case/standard/condition.ts'

const answers: Answers = { kota: 'samboja', jumlah: 3, hadir: true, nomor: '3' }
const all = (conditions: readonly (Condition | undefined)[], of = answers) => conditions.map((condition) => holds(condition, of))
const yes: Condition = { field: 'hadir', is: true }
const no: Condition = { field: 'hadir', is: false }

test('T1: no condition holds always, all needs each and any needs one', () => {
  expect(holds(undefined, {})).toBe(true)
  expect(all([{ all: [yes, yes] }, { all: [yes, no] }, { all: [] }])).toEqual([true, false, true])
  expect(all([{ any: [no, yes] }, { any: [no, no] }, { any: [] }])).toEqual([true, false, false])
  expect(holds({ all: [yes, { any: [no, { field: 'jumlah', is: 3 }] }] }, answers)).toBe(true)
})

test('T2: a field without an answer meets no comparison, and what every object has is no answer', () => {
  const missing: readonly Condition[] = [
    { field: 'tidak-ada', is: 'x' },
    { field: 'tidak-ada', isNot: 'x' },
    { field: 'tidak-ada', in: ['x'] },
    { field: 'tidak-ada', atLeast: 0 },
    { field: 'tidak-ada', atMost: 9 },
    { field: 'constructor', isNot: 'x' },
  ]
  expect(all(missing)).toEqual(missing.map(() => false))
})

test('T3: values are compared with their kind, and bounds are included', () => {
  expect(
    all([
      { field: 'jumlah', is: 3 },
      { field: 'nomor', is: 3 },
      { field: 'jumlah', isNot: 4 },
      { field: 'jumlah', isNot: 3 },
      { field: 'kota', in: ['sebulu', 'samboja'] },
      { field: 'nomor', in: [3] },
    ]),
  ).toEqual([true, false, true, false, true, false])
  expect(
    [2, 3, 4].flatMap((bound) =>
      all([
        { field: 'jumlah', atLeast: bound },
        { field: 'jumlah', atMost: bound },
      ]),
    ),
  ).toEqual([true, false, true, true, false, true])
  expect(
    all([
      { field: 'nomor', atLeast: 1 },
      { field: 'hadir', atMost: 9 },
    ]),
  ).toEqual([false, false])
})
