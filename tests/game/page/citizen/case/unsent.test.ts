import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noteUnsent, readUnsent } from '../../../../../game/page/citizen/app/unsent.ts'
import { countDrafts, draftPrefixes } from '../../../../../game/page/citizen/case/draft/count-drafts.ts'
import { createMemoryKeep } from '../../../../../game/page/citizen/case/keep/device-keep.ts'
import { watchNames } from '../../../../../game/page/citizen/case/keep/watch-names.ts'

const none = { cases: [], sendings: [] }
const returned = { at: 't1', role: 'verifier', fields: [], papers: [] } as const

describe('drafts that are counted', () => {
  test('every form that was begun', () => expect(countDrafts(['draft/kukar/a', 'draft/kukar/b'], none)).toBe(2))
  test('a correction while its return is open, and no longer', () => {
    const names = ['fix/c1/t1']
    expect(countDrafts(names, { ...none, cases: [{ id: 'c1', returned }] })).toBe(1)
    expect(countDrafts(names, { ...none, cases: [{ id: 'c1', returned: { ...returned, at: 't2' } }] })).toBe(0)
    expect(countDrafts(names, { ...none, cases: [{ id: 'c1', returned: null }] })).toBe(0)
    expect(countDrafts(names, { cases: [{ id: 'c1', returned }], sendings: [{ id: 'c1' }] })).toBe(0)
  })
})

test('the keep tells of drafts that come and go, and of nothing else', async () => {
  const told: string[][] = []
  const keep = watchNames(createMemoryKeep(), draftPrefixes, () => void keep.names('draft/').then((names) => told.push(names)))
  await keep.write('known', 1)
  await keep.write('draft/a', 1)
  await keep.remove('paper/a')
  await keep.remove('draft/a')
  await keep.write('fix/b', 1)
  await keep.destroy()
  await Promise.resolve()
  expect(told).toEqual([['draft/a'], [], [], []])
})

describe('what is noted for who signs out', () => {
  const rows = new Map<string, string>()
  const store = {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  }
  beforeEach(() => vi.stubGlobal('window', { localStorage: store }))
  afterEach(() => {
    vi.unstubAllGlobals()
    rows.clear()
  })
  test('both numbers, each by itself', () => {
    noteUnsent({ sendings: 2 })
    noteUnsent({ drafts: 3 })
    expect(readUnsent()).toEqual({ sendings: 2, drafts: 3 })
    noteUnsent({ sendings: 0, drafts: 0 })
    expect([readUnsent(), rows.size]).toEqual([{ sendings: 0, drafts: 0 }, 0])
  })
})
