import { expect, test } from 'vitest'
import { placesTaken, settlePlace, takePlace, type PlaceEvent } from '../../../../game/case/standard/exemption-places.ts'
import { feeAt, type FeeCircumstances } from '../../../../game/case/standard/fee.ts'
import type { Exemption, Tariff, TariffItem } from '../../../../game/case/standard/standard.ts'
import { exemption, item } from './sample-standard.ts'

const tariff = (items: readonly TariffItem[], exemptions: readonly Exemption[] = []): Tariff => ({ items, exemptions })
const at = (day: string, more: Partial<FeeCircumstances> = {}): FeeCircumstances => ({ day, answers: {}, ...more })
const outside = item('luar', 600_000)

test('T4: the first row whose dates and condition hold is the fee', () => {
  const poor = item('tidak-mampu', 0, { when: { field: 'mampu', is: false } })
  const old = item('lama', 500_000, { validFrom: '2020-01-01', validUntil: '2025-12-31' })
  const rows = tariff([poor, old, outside, item('lain', 1)])
  expect(feeAt(rows, at('2026-05-01', { answers: { mampu: false } }))?.item.slug).toBe('tidak-mampu')
  expect(feeAt(rows, at('2026-05-01', { answers: { mampu: true } }))?.item.slug).toBe('luar')
  expect(feeAt(rows, at('2025-05-01'))).toMatchObject({ rupiah: 500_000, basis: 'PP lama' })
})

test('T5: the first and the last day are included, and a row without a last day goes on', () => {
  const rows = tariff([item('sebulan', 7, { validFrom: '2026-03-01', validUntil: '2026-03-31' })])
  const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']
  expect(days.map((day) => feeAt(rows, at(day))?.rupiah ?? null)).toEqual([null, 7, 7, null])
  expect(feeAt(tariff([outside]), at('2099-12-31'))?.rupiah).toBe(600_000)
})

test('T6: where no row holds there is no fee to tell', () => {
  expect(feeAt(tariff([outside]), at('2025-12-31'))).toBeNull()
  expect(feeAt(tariff([]), at('2026-05-01'))).toBeNull()
})

test('T7, T11: an exemption in its days makes the fee 0 by its own regulation, and what else would be paid is told', () => {
  const rows = tariff([outside], [exemption('bulan-nikah')])
  const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
  expect(days.map((day) => feeAt(rows, at(day))?.rupiah)).toEqual([600_000, 0, 0, 600_000])
  expect(feeAt(rows, at('2026-11-15'))).toMatchObject({
    basis: 'Perda bulan-nikah',
    item: { rupiah: 600_000 },
    exemption: { slug: 'bulan-nikah' },
  })
  expect(feeAt(rows, at('2026-12-01'))).toMatchObject({ basis: 'PP luar', exemption: null })
  const onlyPoor = tariff([outside], [exemption('sktm', { when: { field: 'mampu', is: false } })])
  expect([true, false].map((mampu) => feeAt(onlyPoor, at('2026-11-15', { answers: { mampu } }))?.rupiah)).toEqual([600_000, 0])
})

test('T8: an exemption lifts as many cases as its quota, whatever others have lifted', () => {
  const rows = tariff([outside], [exemption('seratus', { quota: 100 })])
  const used = (count: number) => feeAt(rows, at('2026-11-15', { exemptionsUsed: { seratus: count, lain: 500 } }))?.rupiah
  expect([0, 99, 100, 101].map(used)).toEqual([0, 0, 600_000, 600_000])
  expect(feeAt(tariff([outside], [exemption('semua')]), at('2026-11-15', { exemptionsUsed: { semua: 1e6 } }))?.rupiah).toBe(0)
})

test('T9: what is free anyway uses no exemption', () => {
  const rows = tariff([item('gratis', 0)], [exemption('bulan', { quota: 1 })])
  expect(feeAt(rows, at('2026-11-15'))).toMatchObject({ rupiah: 0, basis: 'PP gratis', exemption: null })
})

test('T10: a row without an amount stays without one until an exemption lifts it', () => {
  const byValue = item('nilai', null, { note: { id: 'menurut nilai', en: 'by value' } })
  expect(feeAt(tariff([byValue], [exemption('bulan')]), at('2026-05-01'))).toMatchObject({
    rupiah: null,
    item: { note: { en: 'by value' } },
  })
  expect(feeAt(tariff([byValue], [exemption('bulan')]), at('2026-11-15'))?.rupiah).toBe(0)
})

test('T12: of several exemptions the first that holds is used', () => {
  const rows = tariff([outside], [exemption('habis', { quota: 1 }), exemption('satu'), exemption('dua')])
  expect(feeAt(rows, at('2026-11-15', { exemptionsUsed: { habis: 1 } }))?.exemption?.slug).toBe('satu')
})

test('T39: one place for a case however often it asks, and one that is given up is free for the next', () => {
  const events: PlaceEvent[] = []
  const ask = (id: string) => tell(takePlace(placesTaken(events), 2, { case: id, atMs: 1 }))
  const settle = (id: string, isKept: boolean) => tell(settlePlace(placesTaken(events), isKept, { case: id, atMs: 2 }))
  function tell(told: readonly PlaceEvent[]): string[] {
    events.push(...told)
    return told.map(({ type, case: id }) => `${type} ${id}`)
  }
  expect(['a', 'a', 'b', 'c', 'a'].map(ask)).toEqual([['exempted a'], [], ['exempted b'], [], []])
  expect(settle('a', true)).toEqual([])
  expect([settle('a', false), settle('a', false), settle('c', false)]).toEqual([['freed a'], [], []])
  expect([placesTaken(events), ask('c'), ask('a')]).toEqual([['b'], ['exempted c'], []])
  // What a case was told that it costs stands, also when somebody was quicker.
  expect([settle('a', true), placesTaken(events)]).toEqual([['exempted a'], ['b', 'c', 'a']])
})
