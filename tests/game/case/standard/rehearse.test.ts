import { expect, test } from 'vitest'
import { rehearse, type HeldPaper } from '../../../../game/case/standard/rehearse.ts'
import { promisedWorkingDays, requirementsFor } from '../../../../game/case/standard/requirements.ts'
import type { Requirement } from '../../../../game/case/standard/standard.ts'
import { paper, standard } from './sample-standard.ts'

let made = 0
const held = (kind: string, expiresOn: string | null = null): HeldPaper => ({ id: `${kind}-${(made += 1)}`, kind, expiresOn })
const day = '2026-12-10'
const run = (requirements: readonly Requirement[], papers: readonly HeldPaper[], answers = {}) =>
  rehearse({ requirements }, answers, papers, day)
const states = (requirements: readonly Requirement[], papers: readonly HeldPaper[]) =>
  run(requirements, papers).rows.map(({ state }) => state)
const sehat = paper('surat-sehat', { hasExpiry: true })

test('T13: papers are asked for by their conditions, in order, optional ones among them', () => {
  const requirements = [paper('c', { isOptional: true }), paper('a', { when: { field: 'sebab', is: 'hilang' } }), paper('b')]
  const slugs = (answers: Record<string, string>) => requirementsFor({ requirements }, answers).map(({ slug }) => slug)
  expect(slugs({ sebab: 'hilang' })).toEqual(['c', 'a', 'b'])
  expect(slugs({ sebab: 'rusak' })).toEqual(['c', 'b'])
  expect(slugs({})).toEqual(['c', 'b'])
})

test('T14: the promised time is all steps together', () => {
  expect(promisedWorkingDays(standard())).toBe(3)
})

test('T15: a paper is ready that is good until the promised day, or has no end', () => {
  expect(states([paper('kk')], [held('kk')])).toEqual(['ready'])
  expect(states([sehat], [held('surat-sehat', day)])).toEqual(['ready'])
  expect(states([paper('kk')], [held('ktp-el')])).toEqual(['missing'])
})

test('T16: a paper that ends the day before the promised one expires, asked for its end or not', () => {
  expect(states([sehat], [held('surat-sehat', '2026-12-09')])).toEqual(['expires'])
  expect(states([paper('kk')], [held('kk', '2026-12-09')])).toEqual(['expires'])
})

test('T17: a paper of which the end is asked for lacks it when nobody said it', () => {
  expect(states([sehat], [held('surat-sehat')])).toEqual(['date-missing'])
})

test('T18: what is not there is missing, and an optional paper hinders nothing', () => {
  const optional = paper('ijazah', { isOptional: true })
  expect(states([paper('kk'), optional], [])).toEqual(['missing', 'optional'])
  const expired = run([optional], [held('ijazah', '2020-01-01')])
  expect([expired.rows[0].state, expired.isReady]).toEqual(['expires', true])
})

test('T19: the paper that holds longest is taken, and no paper twice', () => {
  const papers = [
    held('surat-sehat', '2026-11-01'),
    held('surat-sehat', '2027-01-01'),
    held('surat-sehat'),
    held('kk', '2030-01-01'),
    held('kk'),
  ]
  const { rows } = run([sehat, paper('kk'), { ...paper('kk-dua'), paper: 'kk' }, { ...paper('kk-tiga'), paper: 'kk' }], papers)
  expect(rows.map((row) => row.paper?.id ?? null)).toEqual([papers[1].id, papers[4].id, papers[3].id, null])
  expect(papers).toHaveLength(5)
})

test('T20: what is not asked for with these answers is not looked for', () => {
  const when = { field: 'sebab', is: 'hilang' }
  expect(run([paper('surat-hilang', { when })], [], { sebab: 'rusak' })).toEqual({ rows: [], isReady: true })
})

test('T21: ready is who lacks nothing that is needed', () => {
  const needed = [paper('kk'), sehat]
  const with_ = (...papers: HeldPaper[]) => run(needed, papers).isReady
  expect(with_(held('kk'), held('surat-sehat', '2027-01-01'))).toBe(true)
  expect([with_(held('kk')), with_(held('kk'), held('surat-sehat')), with_(held('kk'), held('surat-sehat', '2026-01-01'))]).toEqual([
    false,
    false,
    false,
  ])
})
