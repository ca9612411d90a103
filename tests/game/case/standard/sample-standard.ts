import type { Form } from '../../../../game/case/form/form.ts'
import type { Exemption, Requirement, ServiceStandard, TariffItem } from '../../../../game/case/standard/standard.ts'

export const both = (text: string) => ({ id: text, en: text })

export const item = (slug: string, rupiah: number | null, more: Partial<TariffItem> = {}): TariffItem => ({
  slug,
  name: both(slug),
  rupiah,
  basis: `PP ${slug}`,
  validFrom: '2026-01-01',
  ...more,
})
export const exemption = (slug: string, more: Partial<Exemption> = {}): Exemption => ({
  slug,
  name: both(slug),
  basis: `Perda ${slug}`,
  from: '2026-11-01',
  until: '2026-11-30',
  quota: null,
  ...more,
})
export const paper = (slug: string, more: Partial<Requirement> = {}): Requirement => ({ slug, paper: slug, name: both(slug), ...more })

export const form: Form = {
  type: 'object',
  properties: {
    sebab: {
      type: 'string',
      'x-title': both('Sebab'),
      oneOf: [
        { const: 'hilang', 'x-title': both('Hilang') },
        { const: 'rusak', 'x-title': both('Rusak') },
      ],
    },
    jumlah: { type: 'integer', minimum: 1, maximum: 9, 'x-title': both('Jumlah') },
    mampu: { type: 'boolean', 'x-title': both('Mampu') },
    uraian: { type: 'string', maxLength: 200, 'x-title': both('Uraian'), 'x-when': { field: 'sebab', is: 'hilang' } },
  },
  required: ['sebab'],
  additionalProperties: false,
}

/** A standard without a fault. */
export const standard = (more: Partial<ServiceStandard> = {}): ServiceStandard => ({
  service: 'ktp-el-hilang',
  version: 1,
  validFrom: '2026-01-01',
  requirements: [paper('kk'), paper('surat-hilang', { when: { field: 'sebab', is: 'hilang' } })],
  steps: [
    { slug: 'periksa', name: both('Periksa'), workingDays: 0, role: 'front' },
    { slug: 'cetak', name: both('Cetak'), workingDays: 2, role: 'verifier' },
    { slug: 'putus', name: both('Putus'), workingDays: 1, role: 'approver' },
  ],
  tariff: { items: [item('tarif', 0)], exemptions: [] },
  product: { name: both('KTP-el'), kind: 'card' },
  complaints: both('Loket pengaduan'),
  kept: null,
  form,
  body: both('Diambil sendiri'),
  remote: 'apply',
  dataClass: 'general',
  ...more,
})
