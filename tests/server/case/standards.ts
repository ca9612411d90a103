import type { Answers, ServiceStandard } from '../../../game/case/index.ts'
import { createMalls, type Malls } from '../../../server/mall/index.ts'
import { testMalls } from '../http/harness.ts'

const words = (text: string) => ({ id: text, en: text })
const paper = (slug: string, more: Partial<ServiceStandard['requirements'][number]> = {}) => ({
  slug,
  paper: slug,
  name: words(slug),
  ...more,
})

/** A birth certificate that costs nothing; twins are asked for the other child's name and letter. */
const birth: ServiceStandard = {
  service: 'ktp-1',
  version: 2,
  validFrom: '2025-01-01',
  requirements: [paper('kk'), paper('surat-lahir'), paper('surat-kembar', { when: { field: 'kembar', is: true } })],
  steps: [
    { slug: 'periksa', name: words('Pemeriksaan'), workingDays: 1, role: 'front' },
    { slug: 'verifikasi', name: words('Verifikasi'), workingDays: 1, role: 'verifier' },
    { slug: 'tanda-tangan', name: words('Tanda tangan'), workingDays: 1, role: 'approver' },
  ],
  tariff: {
    items: [{ slug: 'gratis', name: words('Gratis'), rupiah: 0, basis: 'UU 24/2013 pasal 79A', validFrom: '2014-01-01' }],
    exemptions: [],
  },
  product: { name: words('Kutipan akta kelahiran'), kind: 'self-print' },
  complaints: words('Meja pengaduan'),
  kept: null,
  form: {
    type: 'object',
    properties: {
      nama: { 'x-title': words('Nama anak'), type: 'string', minLength: 2, maxLength: 80 },
      anakKe: { 'x-title': words('Anak ke-'), type: 'integer', minimum: 1, maximum: 20 },
      kembar: { 'x-title': words('Kembar?'), type: 'boolean' },
      namaKembar: { 'x-title': words('Nama saudara kembar'), 'x-when': { field: 'kembar', is: true }, type: 'string', minLength: 2 },
    },
    required: ['nama', 'anakKe', 'kembar', 'namaKembar'],
    additionalProperties: false,
  },
  body: null,
  remote: 'all',
  dataClass: 'general',
}

/** A passport that costs money, free for the first two in March. */
const passport: ServiceStandard = {
  ...birth,
  service: 'npwp-1',
  version: 1,
  requirements: [paper('kk')],
  tariff: {
    items: [{ slug: 'biasa', name: words('Paspor biasa'), rupiah: 350_000, basis: 'PP 45/2024', validFrom: '2025-01-01' }],
    exemptions: [
      {
        slug: 'maret',
        name: words('Bulan gratis'),
        basis: 'Perda 1/2025',
        from: '2025-03-01',
        until: '2025-03-31',
        quota: 2,
        when: { field: 'anakKe', is: 3 },
      },
    ],
  },
}

/** The mall of the HTTP tests with two services written out. */
export function malls(standards: readonly ServiceStandard[] = [birth, passport, counterOnly]): Malls {
  const plain = testMalls()
  const { regions } = plain
  const free = new Map<string, number | null>(standards.map(({ service, tariff }) => [service, tariff.items[0].rupiah]))
  return createMalls({
    regions,
    catalogueOf: () => ({
      agencies: plain.agencies('kukar').map((agency) => ({
        ...agency,
        groups: agency.groups.map((group) => ({
          ...group,
          services: group.services.map((service) => ({ ...service, feeRupiah: free.get(service.slug) ?? service.feeRupiah })),
        })),
      })),
    }),
    countersOf: ({ slug }) => plain.counters(slug),
    standardsOf: () => standards,
    clock: () => Date.UTC(2025, 2, 3),
  })
}

export const answers: Answers = { nama: 'Bunga', anakKe: 1, kembar: false }
/** One for which somebody has to come. */
const counterOnly: ServiceStandard = { ...birth, service: 'akta-1', version: 1, requirements: [], form: null, remote: 'prepare' }

export { birth, passport }
