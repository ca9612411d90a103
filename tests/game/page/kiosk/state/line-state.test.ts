import { describe, expect, it } from 'vitest'
import type { AgencyStateView, CatalogueResponse, Opening, QueueSummary, WingSlug } from '../../../../../game/api/index.ts'
import { lineStates } from '../../../../../game/page/kiosk/state/line-state.ts'
import { addUse, linesOfWing, mostUsedLines, wingsByUse } from '../../../../../game/page/kiosk/state/most-used.ts'

const group = (slug: string) => ({ slug, prefix: 'A', name: { id: slug, en: slug }, services: [] })
const agency = (slug: string, wing: WingSlug, ...groups: string[]) => ({
  slug,
  name: slug,
  shortName: slug,
  wing,
  groups: groups.map(group),
})
const place = (id: string, of: string) => ({ id, region: 'kukar', label: id, agency: of })
const catalogue = {
  region: {} as never,
  agencies: [agency('dukcapil', 'kependudukan', 'ktp', 'kk'), agency('samsat', 'pajak', 'stnk')],
  counters: [place('1', 'dukcapil'), place('2', 'dukcapil'), place('3', 'samsat')],
} satisfies CatalogueResponse
const counter = (id: string, isOpen: boolean) => ({
  counter: id,
  isOpen,
  paused: null,
  serving: null,
  servingSince: null,
  stream: { state: 'off' as const, playlist: null },
})
const row = (slug: string, waiting: number, closed: string | null = null) => ({ group: slug, waiting, closed, wait: null })
const queue: QueueSummary = {
  region: 'kukar',
  day: '2026-11-23',
  skipped: [],
  groups: [row('ktp', 2), row('kk', 5, 'blanko habis'), row('stnk', 9)],
  counters: [counter('1', false), counter('2', true), counter('3', false)],
}
const opening: Opening = { type: 'after', at: null, reason: null }
const state = (changes: Partial<AgencyStateView>): AgencyStateView => ({
  agency: 'samsat',
  opening,
  givesNumbers: false,
  nextDays: ['2026-11-23', '2026-11-24'],
  isCentralUp: true,
  hasBlanks: true,
  note: '',
  saidAt: null,
  ...changes,
})
const barOf = (changes: Partial<AgencyStateView>) => lineStates({ catalogue, queue, agencies: [state(changes)] })[2].bar

describe('a line at the kiosk', () => {
  it('says who waits, and at which counters: the open ones, or all while none is', () => {
    const lines = lineStates({ catalogue, queue, agencies: null })
    expect(lines.map((line) => [line.group.slug, line.waiting, line.counters.map(({ label }) => label)])).toEqual([
      ['ktp', 2, ['2']],
      ['kk', 5, ['2']],
      ['stnk', 9, ['3']],
    ])
  })

  it('gives no numbers while an officer keeps it closed, and says why', () => {
    const lines = lineStates({ catalogue, queue, agencies: null })
    expect(lines.map(({ bar }) => bar)).toEqual([null, { type: 'closed', reason: 'blanko habis' }, null])
  })

  it('gives none when the agency is not there, and says when it is: not today', () => {
    expect(barOf({})).toEqual({ type: 'hours', at: null, day: '2026-11-24' })
    expect(barOf({ opening: { type: 'before', at: '08:00', reason: null } })).toEqual({ type: 'hours', at: '08:00', day: null })
    expect(barOf({ nextDays: [] })).toEqual({ type: 'hours', at: null, day: null })
    expect(barOf({ givesNumbers: true })).toBeNull()
  })
})

describe('what stands first', () => {
  const lines = lineStates({ catalogue, queue, agencies: null })
  const slugs = (list: readonly { group: { slug: string } }[]) => list.map((line) => line.group.slug)

  it('is what was used most at this kiosk, then where most wait; never what gives no numbers', () => {
    expect(slugs(mostUsedLines(lines, {}, 3))).toEqual(['stnk', 'ktp'])
    expect(slugs(mostUsedLines(lines, { ktp: 1, kk: 9 }, 3))).toEqual(['ktp', 'stnk'])
    expect(slugs(linesOfWing(lines, 'kependudukan', { kk: 1 }))).toEqual(['kk', 'ktp'])
  })

  it('holds for wings too: by use, alike from the door on', () => {
    expect(wingsByUse(lines, {})).toEqual(['kependudukan', 'pajak'])
    expect(wingsByUse(lines, { stnk: 2, ktp: 1 })).toEqual(['pajak', 'kependudukan'])
  })

  it('forgets slowly: many uses are halved', () => {
    let uses = {}
    for (let i = 0; i < 200; i += 1) uses = addUse(uses, 'ktp')
    expect(addUse(uses, 'stnk')).toEqual({ ktp: 100, stnk: 1 })
  })
})
