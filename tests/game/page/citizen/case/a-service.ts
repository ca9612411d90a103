import type { Form, Requirement, WorkCalendar } from '../../../../../game/case/index.ts'
import type { KeptPaper } from '../../../../../game/page/citizen/case/draft/draft.ts'

const words = (text: string) => ({ id: text, en: text })

/** A form with a question that another opens, and four of one line. */
export const form: Form = {
  type: 'object',
  properties: {
    nama: { type: 'string', maxLength: 80, 'x-title': words('Nama') },
    nik: { type: 'string', format: 'nik', 'x-title': words('NIK') },
    anak: { type: 'integer', minimum: 0, 'x-title': words('Anak') },
    alamat: { type: 'string', maxLength: 120, 'x-title': words('Alamat') },
    sebab: {
      type: 'string',
      oneOf: [
        { const: 'hilang', 'x-title': words('Hilang') },
        { const: 'rusak', 'x-title': words('Rusak') },
      ],
      'x-title': words('Sebab'),
    },
    laporan: { type: 'string', 'x-title': words('Nomor laporan'), 'x-when': { field: 'sebab', is: 'hilang' } },
    cerita: { type: 'string', maxLength: 1000, 'x-title': words('Cerita') },
  },
  required: ['nama', 'nik', 'sebab', 'laporan'],
  additionalProperties: false,
}
export const requirements: readonly Requirement[] = [
  { slug: 'ktp', paper: 'ktp-el', name: words('KTP') },
  { slug: 'ktp-saksi', paper: 'ktp-el', name: words('KTP saksi'), of: words('saksi') },
  { slug: 'laporan', paper: 'laporan-polisi', name: words('Laporan polisi'), when: { field: 'sebab', is: 'hilang' } },
  { slug: 'sehat', paper: 'surat-sehat', name: words('Surat sehat'), hasExpiry: true, isOptional: true },
]
export const standard = { requirements, form }
/** Of an office eight hours ahead of UTC, shut on Saturday, Sunday and the two days of Christmas. */
export const calendar: WorkCalendar = {
  utcOffsetMinutes: 480,
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 8 * 60,
  closesMinute: 16 * 60,
  holidays: [
    { day: '2026-12-24', name: 'Cuti bersama Natal' },
    { day: '2026-12-25', name: 'Natal' },
  ],
}

export function paper(id: string, by: Partial<KeptPaper> = {}): KeptPaper {
  return {
    id,
    kind: 'ktp-el',
    of: null,
    type: 'image/jpeg',
    bytes: 1000,
    sha256: id,
    expiresOn: null,
    takenAtMs: 1000,
    vaultId: null,
    isHere: true,
    ...by,
  }
}
