import type { Service } from '../../game/api/index.ts'
import type { Field, Form, Localized, Requirement, ServiceStandard, Step } from '../../game/case/index.ts'

/** Before every case: what the list says holds as long as it says so. */
const firstDay = '2000-01-01'

/**
 * The standard of a service whose agency has not written one: the published components, as far as the catalogue's list names them, and a short form.
 * @param kindOf the kind of paper with this Indonesian name in written standards; undefined: there is none yet
 */
export function deriveStandard(service: Service, kindOf: (name: string) => string | undefined): ServiceStandard {
  const isRemote = service.isRemote
  const questions = isRemote ? service.requirements.filter(({ id }) => isQuestion(id, kindOf)) : []
  const papers = service.requirements.filter((name) => !questions.includes(name))
  return {
    service: service.slug,
    version: 1,
    validFrom: firstDay,
    requirements: requirementsOf(papers, kindOf),
    steps: stepsOf(service),
    tariff: {
      items: [
        {
          slug: 'tarif',
          name: { id: 'Tarif umum', en: 'General fee' },
          rupiah: service.feeRupiah,
          note: service.feeNote,
          basis: service.feeBasis,
          validFrom: firstDay,
        },
      ],
      exemptions: [],
    },
    product: isRemote
      ? { name: { id: 'Surat atau jawaban tertulis', en: 'Letter or written answer' }, kind: 'digital' }
      : { name: { id: 'Dokumen atau kartu, diambil di tempat', en: 'Document or card, to be collected' }, kind: 'card' },
    complaints: {
      id: 'Loket pengaduan instansi ini, tombol Pengaduan di halaman ini, atau SP4N-LAPOR! (lapor.go.id)',
      en: "The agency's complaints counter, the complaint button on this page, or SP4N-LAPOR! (lapor.go.id)",
    },
    kept: null,
    form: isRemote ? shortForm(questions) : null,
    body: isRemote ? null : { id: 'Berkas asli ditunjukkan di loket', en: 'Original papers are shown at the counter' },
    remote: isRemote ? 'all' : 'prepare',
    // What a case is about is unknown here: it is handled as the stricter class.
    dataClass: 'specific',
  }
}

/** "Nomor pelanggan" is told, not photographed; "Nomor Induk Berusaha" is a paper that somebody has written down as one. */
function isQuestion(name: string, kindOf: (name: string) => string | undefined): boolean {
  return kindOf(name) === undefined && /^(Nomor|Nama|Uraian|Alamat|Pilihan|Rincian|Data|Keterangan) /.test(name)
}

function requirementsOf(papers: readonly Localized[], kindOf: (name: string) => string | undefined): Requirement[] {
  const seen = new Set<string>()
  return papers.flatMap((name) => {
    const kind = kindOf(name.id) ?? slugOf(name.id)
    if (seen.has(kind)) return []
    seen.add(kind)
    return [{ slug: kind, paper: kind, name }]
  })
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

/** "3 hari kerja" is three days; minutes and hours are the same day; what depends on the case is registered within a week. */
function stepsOf({ duration }: Service): Step[] {
  const days = Number(/^(\d+) hari kerja/.exec(duration.id)?.[1] ?? (duration.id.startsWith('Menurut') ? 5 : 0))
  return [
    {
      slug: 'periksa',
      name: { id: 'Kelengkapan berkas diperiksa', en: 'Papers are checked for completeness' },
      workingDays: 0,
      role: 'front',
    },
    { slug: 'proses', name: { id: 'Permohonan diproses', en: 'The application is processed' }, workingDays: days, role: 'verifier' },
    { slug: 'putus', name: { id: 'Ditandatangani dan diterbitkan', en: 'Signed and issued' }, workingDays: 0, role: 'approver' },
  ]
}

const nama: Field = { type: 'string', minLength: 2, maxLength: 80, 'x-title': { id: 'Nama lengkap', en: 'Full name' } }
const nik: Field = { type: 'string', format: 'nik', 'x-title': { id: 'NIK Anda', en: 'Your NIK' } }
const telepon: Field = {
  type: 'string',
  format: 'phone',
  'x-title': { id: 'Nomor telepon', en: 'Telephone number' },
  'x-hint': { id: 'Contoh: 0812 3456 7890', en: 'Example: 0812 3456 7890' },
}
const keperluan: Field = {
  type: 'string',
  minLength: 3,
  maxLength: 160,
  'x-title': { id: 'Untuk keperluan apa', en: 'What is it for' },
  'x-hint': { id: 'Satu kalimat cukup', en: 'One sentence is enough' },
}
function shortForm(questions: readonly Localized[]): Form {
  const asked = questions.map((title, index): [string, Field] => [
    `isian-${index + 1}`,
    { type: 'string', minLength: 3, maxLength: 400, 'x-title': title },
  ])
  const properties = { nama, nik, telepon, keperluan, ...Object.fromEntries(asked) }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}
