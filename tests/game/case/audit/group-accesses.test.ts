import { expect, test } from 'vitest'
import { groupAccesses, type Access } from '../../../../game/case/index.ts'
import { minute, t0 } from './sample-audit.ts'

const read: Omit<Access, 'atMs'> = {
  act: 'case.read',
  role: 'officer',
  officer: 'fitri',
  agency: 'disdukcapil',
  about: { kind: 'case', id: 'kasus-1' },
  why: 'membuka permohonan',
}
const at = (minutes: number, change: Partial<Access> = {}): Access => ({ ...read, atMs: t0 + minutes * minute, ...change })
/** What is shown, newest first: what, from which to which minute, how often. */
const shown = (accesses: readonly Access[]) =>
  groupAccesses(accesses.toSorted((a, b) => b.atMs - a.atMs)).map(({ latest, firstMs, count }) => [
    latest.act,
    (firstMs - t0) / minute,
    (latest.atMs - t0) / minute,
    count,
  ])

test('A11: what an officer does again and again is one, whatever they did in between', () => {
  const check = { act: 'case.check', why: 'memeriksa kelengkapan berkas' }
  expect(shown([at(0), at(1, check), at(2), at(3, { ...check, act: 'case.accept' }), at(4)])).toEqual([
    ['case.read', 0, 4, 3],
    ['case.accept', 3, 3, 1],
    ['case.check', 1, 1, 1],
  ])
  expect(shown([])).toEqual([])
})

test('A11: a group is an hour at most, and then another begins', () => {
  expect(shown([at(0), at(30), at(60)])).toEqual([['case.read', 0, 60, 3]])
  expect(shown([at(0), at(30), at(61), at(90), at(91)])).toEqual([
    ['case.read', 61, 91, 3],
    ['case.read', 0, 30, 2],
  ])
})

test('A12: another act, role, officer, record or reason is another line', () => {
  const others: readonly Partial<Access>[] = [
    { act: 'case.take' },
    { role: 'admin' },
    { officer: 'vino' },
    { about: { kind: 'case', id: 'kasus-2' } },
    { why: 'membaca isian permohonan' },
  ]
  for (const other of others) expect(shown([at(0), at(1, other)]).map(([, , , count]) => count)).toEqual([1, 1])
})

test('A12: two of whom it is not known who they were are not said to be one', () => {
  expect(shown([at(0, { officer: null }), at(1, { officer: null })])).toHaveLength(2)
})
