import { expect, test } from 'vitest'
import type { Condition } from '../../../../game/case/standard/condition.ts'
import { checkStandard } from '../../../../game/case/standard/check-standard.ts'
import type { KeptComponents, ServiceStandard, TariffItem } from '../../../../game/case/standard/standard.ts'
import { standardFaults } from '../../../../game/case/standard/standard-faults.ts'
import { both, exemption, form, item, paper, standard } from './sample-standard.ts'

/** Each fault as "code path". */
const faults = (more: Partial<ServiceStandard>) => checkStandard(standard(more)).map(({ code, path }) => `${code} ${path}`)
const tariff = (items: readonly TariffItem[], exemptions = standard().tariff.exemptions) => ({ tariff: { items, exemptions } })
const empty = { id: 'ada', en: ' ' }
const kept: KeptComponents = {
  legalBasis: ['UU 24/2013'],
  facilities: both('a'),
  competence: both('b'),
  supervision: both('c'),
  staff: 3,
  guarantee: both('d'),
  security: both('e'),
  evaluation: both('f'),
}

test('T22: slugs are well formed and unique', () => {
  expect(faults({})).toEqual([])
  expect(faults({ service: 'KTP El' })).toEqual(['wrong-slug service'])
  expect(faults({ service: 'a'.repeat(65) })).toEqual(['wrong-slug service'])
  expect(faults({ requirements: [paper('kk'), { ...paper('kk'), paper: 'lain' }] })).toEqual(['double-slug requirements.1.slug'])
  const [step] = standard().steps
  expect(faults({ steps: [step, step] })).toEqual(['double-slug steps.1.slug'])
  const twice = [item('a', 1, { validUntil: '2026-02-01' }), item('a', 2)]
  expect(faults(tariff(twice))).toEqual(['double-slug tariff.items.1.slug'])
  expect(faults(tariff([item('a', 1)], [exemption('x'), exemption('x-')]))).toEqual(['wrong-slug tariff.exemptions.1.slug'])
})

test('T23: a kind of paper is asked for once, by a slug', () => {
  expect(faults({ requirements: [paper('kk'), { ...paper('kk-orang-tua'), paper: 'kk' }] })).toEqual(['double-paper requirements.1.paper'])
  expect(faults({ requirements: [{ ...paper('kk'), paper: 'Kartu Keluarga' }] })).toEqual(['wrong-slug requirements.0.paper'])
})

test('T24: a paper or the answers of a form are required', () => {
  expect(faults({ requirements: [] })).toEqual([])
  expect(faults({ requirements: [], form: null, remote: 'prepare' })).toEqual(['no-requirement requirements'])
})

test('T25: there is a step, of whole days', () => {
  expect(faults({ steps: [] })).toEqual(['no-step steps'])
  const days = (workingDays: number) => faults({ steps: [{ ...standard().steps[0], workingDays }] })
  expect([0, -1, 0.5].map((n) => days(n).length)).toEqual([0, 1, 1])
  expect(days(-1)).toEqual(['wrong-days steps.0.workingDays'])
})

test('T26: each row and exemption names its regulation', () => {
  expect(faults(tariff([item('a', 1, { basis: ' ' })]))).toEqual(['no-basis tariff.items.0.basis'])
  expect(faults(tariff([item('a', 1)], [exemption('x', { basis: '' })]))).toEqual(['no-basis tariff.exemptions.0.basis'])
})

test('T27: an amount is whole rupiah from 0, or a note says how it is reckoned', () => {
  const rupiah = (amount: number) => faults(tariff([item('a', amount)]))
  expect([rupiah(0), rupiah(-1), rupiah(0.5)]).toEqual([[], ['wrong-amount tariff.items.0.rupiah'], ['wrong-amount tariff.items.0.rupiah']])
  expect(faults(tariff([item('a', null)]))).toEqual(['no-reckoning tariff.items.0.note'])
  expect(faults(tariff([item('a', null, { note: empty })]))).toEqual(['no-reckoning tariff.items.0.note'])
  expect(faults(tariff([item('a', null, { note: both('menurut nilai') })]))).toEqual([])
})

test('T28: days exist and are in order', () => {
  expect(faults({ validFrom: '2026-02-30' })).toContain('not-a-day validFrom')
  expect(faults(tariff([item('b', 1), item('a', 1, { validFrom: '2025-13-01' })]))).toContain('not-a-day tariff.items.1.validFrom')
  expect(faults(tariff([item('a', 1, { validUntil: '2025-01-01' }), item('b', 1)]))).toEqual(['wrong-order tariff.items.0.validUntil'])
  const late = exemption('x', { from: '2026-11-30', until: '2026-11-01' })
  expect(faults(tariff([item('a', 1)], [late]))).toEqual(['wrong-order tariff.exemptions.0.until'])
  expect(faults(tariff([item('a', 1)], [exemption('x', { until: '2026-11-31' })]))).toEqual(['not-a-day tariff.exemptions.0.until'])
})

test('T29: a day without a row for everybody is named', () => {
  const gap = (items: readonly TariffItem[]) => checkStandard(standard(tariff(items))).map(({ code, details }) => `${code} ${details.day}`)
  const until = (validUntil: string) => ({ validUntil })
  expect(gap([item('a', 1, until('2026-06-30')), item('b', 2, { validFrom: '2026-07-01' })])).toEqual([])
  expect(gap([item('a', 1, until('2026-06-30')), item('b', 2, { validFrom: '2026-07-02' })])).toEqual(['fee-gap 2026-07-01'])
  expect(gap([item('a', 1, until('2026-12-31'))])).toEqual(['fee-gap 2027-01-01'])
  expect(gap([item('a', 1, until('2028-02-28'))])).toEqual(['fee-gap 2028-02-29'])
  expect(gap([item('a', 1, { validFrom: '2026-01-02' })])).toEqual(['fee-gap 2026-01-01'])
  expect(gap([item('a', 1, { when: { field: 'mampu', is: true } })])).toEqual(['fee-gap 2026-01-01'])
  // What ended before the standard began leaves no gap in it.
  expect(gap([item('a', 1, { validFrom: '2024-01-01', validUntil: '2024-06-01' }), item('b', 1)])).toEqual([])
})

test('T30: a row that is never reached is named', () => {
  const poor = item('b', 0, { when: { field: 'mampu', is: false } })
  expect(faults(tariff([item('a', 1), poor]))).toEqual(['unreachable-item tariff.items.1'])
  expect(faults(tariff([poor, item('a', 1)]))).toEqual([])
  expect(faults(tariff([item('a', 1, { validUntil: '2026-06-30' }), item('b', 2)]))).toEqual([])
})

test('T31: a quota is a whole number from 1, or none', () => {
  const quota = (count: number | null) => faults(tariff([item('a', 1)], [exemption('x', { quota: count })]))
  expect([null, 1, 0, 1.5].map((count) => quota(count).length)).toEqual([0, 0, 1, 1])
  expect(quota(0)).toEqual(['wrong-quota tariff.exemptions.0.quota'])
})

test('T32: conditions name fields that are asked, a field those before it', () => {
  const unknown: Condition = { all: [{ any: [{ field: 'warna', is: 'x' }] }] }
  expect(faults({ requirements: [paper('kk', { when: unknown })] })).toEqual(['unknown-field requirements.0.when.all.0.any.0'])
  expect(faults(tariff([item('b', 2, { when: unknown }), item('a', 1)]))).toEqual(['unknown-field tariff.items.0.when.all.0.any.0'])
  expect(faults(tariff([item('a', 1)], [exemption('x', { when: unknown })]))).toHaveLength(1)
  const later = { ...form.properties.sebab, 'x-when': { field: 'jumlah', atLeast: 2 } }
  expect(faults({ form: { ...form, properties: { ...form.properties, sebab: later } } })).toEqual([
    'unknown-field form.properties.sebab.x-when',
  ])
})

test('T33: conditions compare with what a field can be', () => {
  const when = (condition: Condition) => faults({ requirements: [paper('kk', { when: condition })] })
  const wrong = ['wrong-comparison requirements.0.when']
  expect(when({ field: 'sebab', is: 'terbakar' })).toEqual(wrong)
  expect(when({ field: 'sebab', in: ['hilang', 'terbakar'] })).toEqual(wrong)
  expect(when({ field: 'sebab', isNot: 1 })).toEqual(wrong)
  expect(when({ field: 'sebab', atLeast: 1 })).toEqual(wrong)
  expect(when({ field: 'mampu', is: 'ya' })).toEqual(wrong)
  expect(when({ field: 'jumlah', is: '2' })).toEqual(wrong)
  expect(
    when({
      all: [
        { field: 'jumlah', atMost: 2 },
        { field: 'mampu', isNot: true },
        { field: 'uraian', is: 'apa saja' },
      ],
    }),
  ).toEqual([])
})

test('T34: what can be applied for from here has a form', () => {
  const noForm = { form: null, requirements: [paper('kk')] }
  expect(faults({ ...noForm, remote: 'apply' })).toEqual(['no-form form'])
  expect(faults({ ...noForm, remote: 'prepare' })).toEqual([])
})

test('T35: what is all done from here needs no body and gives no card', () => {
  const digital = { name: both('Surat'), kind: 'digital' } as const
  expect(faults({ remote: 'all', product: digital })).toEqual(['body-needed body'])
  expect(faults({ remote: 'all', body: null })).toEqual(['body-missing remote'])
  expect(faults({ remote: 'all', body: null, product: digital })).toEqual([])
})

test('T36: every text is there in both languages', () => {
  const [step] = standard().steps
  expect(faults({ requirements: [{ ...paper('kk'), name: empty }] })).toEqual(['no-text requirements.0.name'])
  expect(faults({ steps: [{ ...step, name: empty }] })).toEqual(['no-text steps.0.name'])
  expect(faults(tariff([item('a', 1, { name: empty })]))).toEqual(['no-text tariff.items.0.name'])
  expect(faults(tariff([item('a', 1)], [exemption('x', { name: empty })]))).toEqual(['no-text tariff.exemptions.0.name'])
  expect(faults({ product: { name: empty, kind: 'card' }, complaints: empty, body: empty })).toEqual([
    'no-text product.name',
    'no-text complaints',
    'no-text body',
  ])
  expect(faults({ body: { id: '', en: 'there' } })).toEqual(['no-text body'])
})

test('T37: the eight kept components are whole or not there', () => {
  expect(faults({ kept })).toEqual([])
  expect(faults({ kept: { ...kept, security: empty, evaluation: empty } })).toEqual(['no-text kept.security', 'no-text kept.evaluation'])
  expect(faults({ kept: { ...kept, legalBasis: [] } })).toEqual(['no-basis kept.legalBasis'])
  expect(faults({ kept: { ...kept, legalBasis: ['UU 1/2022', ' '] } })).toEqual(['no-basis kept.legalBasis'])
  expect(faults({ kept: { ...kept, staff: 0 } })).toEqual(['wrong-quota kept.staff'])
})

test('T38: the faults of the form are among them, and every fault has its row in the table', () => {
  expect(faults({ form: { ...form, required: ['tidak-ada'] } })).toEqual(['wrong-field form.required'])
  const broken = standard({ service: 'X', steps: [], tariff: { items: [], exemptions: [] }, kept: { ...kept, staff: 0 } })
  for (const { code, details } of checkStandard(broken)) {
    const { meaning, remedy } = standardFaults[code]
    for (const [, name] of `${meaning} ${remedy}`.matchAll(/\{(\w+)\}/g)) expect(details, code).toHaveProperty(name)
  }
})
