import type { OfficerCaseView } from '../../../../../game/api/index.ts'
import type { Form } from '../../../../../game/case/index.ts'

const words = (id: string) => ({ id, en: `${id} (en)` })

export const sampleForm: Form = {
  type: 'object',
  required: ['nama'],
  additionalProperties: false,
  properties: {
    nama: { type: 'string', 'x-title': words('Nama') },
    nik: { type: 'string', format: 'nik', 'x-title': words('NIK') },
    lahir: { type: 'string', format: 'date', 'x-title': words('Tanggal lahir') },
    jenis: { type: 'string', 'x-title': words('Jenis'), oneOf: [{ const: 'baru', 'x-title': words('Baru') }] },
    anak: { type: 'integer', 'x-title': words('Jumlah anak') },
    kembar: { type: 'boolean', 'x-title': words('Kembar') },
  },
}

/** A case in the officer's hand. */
export function sampleCase(change: Partial<OfficerCaseView> = {}): OfficerCaseView {
  return {
    id: 'case-1',
    number: 'K-7QF3-2M',
    region: 'kukar',
    agency: 'disdukcapil',
    service: 'kk-hilang',
    state: 'submitted',
    step: 'periksa',
    turn: 'front',
    holder: 'me',
    submittedAt: '2026-11-20T02:00:00.000Z',
    promisedOn: '2026-11-24',
    dueAt: null,
    isLate: false,
    escalatedTo: null,
    hasWarnings: false,
    returns: 0,
    version: 1,
    nikMasked: '6402••••••••0001',
    isVerified: false,
    answers: { nama: 'Siti' },
    papers: ['kk', 'ktp-el'].map((requirement) => ({
      requirement,
      name: words(requirement),
      paper: `paper-${requirement}`,
      kind: requirement,
      type: 'image/jpeg',
      pages: 1,
      expiresOn: null,
      scan: 'clean',
      isNew: false,
    })),
    steps: [],
    fee: null,
    paused: null,
    contactAt: '2026-11-20T02:00:00.000Z',
    deviceAt: null,
    returned: null,
    rejected: null,
    warnings: [],
    links: [],
    history: [],
    documents: [],
    actions: ['check', 'return', 'release', 'link'],
    revision: 4,
    ...change,
  }
}
