import type { Localized } from '../standard/localized.ts'

/** How long a class of records is kept, and why. Days are a default that the region's own schedule of archives replaces. */
export type RetentionClass = {
  readonly name: Localized
  /** After its end, or after it was made where it has none. null: for as long as the register it belongs to exists. */
  readonly days: number | null
  readonly basis: string
  /** Why it cannot be erased before; null: the citizen's word is enough. */
  readonly keeps: Localized | null
}

const archives = 'UU 27/2022 pasal 43–44; UU 43/2009'

/** Kinds of records, by what the law wants of them. */
export const retentionClasses = {
  request: {
    name: { id: 'Permohonan dan keputusannya', en: 'Applications and their decisions' },
    days: 1825,
    basis: archives,
    keeps: {
      id: 'Keputusan pemerintah harus dapat dibuktikan; arsipnya disimpan menurut jadwal retensi.',
      en: 'A decision of the administration must be provable; its file is kept by the schedule of archives.',
    },
  },
  money: {
    name: { id: 'Pembayaran', en: 'Payments' },
    days: 3650,
    basis: 'UU 17/2003; UU 43/2009',
    keeps: { id: 'Penerimaan negara dan daerah harus dapat diperiksa.', en: 'Public revenue must be open to audit.' },
  },
  complaint: {
    name: { id: 'Pengaduan', en: 'Complaints' },
    days: 1825,
    basis: 'UU 25/2009 pasal 36; UU 43/2009',
    keeps: {
      id: 'Pengaduan dan jawabannya adalah bukti bagi Anda dan instansi.',
      en: 'A complaint and its answer are evidence for you and for the agency.',
    },
  },
  proof: {
    name: { id: 'Bukti persetujuan dan catatan akses', en: 'Proofs of consent, and the record of access' },
    days: 1825,
    basis: 'UU 27/2022 pasal 24, 31',
    keeps: {
      id: 'Kami wajib dapat menunjukkan apa yang Anda setujui dan siapa yang membuka data Anda.',
      en: 'We must be able to show what you agreed to and who opened your data.',
    },
  },
  queue: {
    name: { id: 'Nomor antrean', en: 'Queue numbers' },
    days: null,
    basis: 'UU 25/2009 pasal 23',
    keeps: {
      id: 'Urutan antrean hari itu dapat diperiksa siapa pun; nomor Anda di dalamnya tanpa nama.',
      en: 'Anybody can check the order of that day; your number stands in it without a name.',
    },
  },
  account: {
    name: { id: 'Akun', en: 'Account' },
    days: null,
    basis: 'UU 27/2022 pasal 20, 35',
    keeps: {
      id: 'Tanpa ikatan NIK dan nomor telepon, orang lain dapat mengaku sebagai Anda. NIK sendiri tidak kami simpan.',
      en: 'Without the bond of NIK and telephone somebody else could pose as you. The NIK itself is not kept.',
    },
  },
  paper: {
    name: { id: 'Berkas yang disimpan untuk dipakai lagi', en: 'Papers kept for use again' },
    days: 730,
    basis: 'UU 27/2022 pasal 43',
    keeps: null,
  },
  notice: {
    name: { id: 'Pemberitahuan dan alamatnya', en: 'Notices and where they go' },
    days: 365,
    basis: 'UU 27/2022 pasal 43',
    keeps: null,
  },
} as const satisfies Readonly<Record<string, RetentionClass>>
export type RetentionSlug = keyof typeof retentionClasses

/** Kinds of `records` that belong to a citizen, by class. A kind that is missing here is kept, and said to be kept. */
export const classOfKind: Readonly<Record<string, RetentionSlug>> = {
  case: 'request',
  document: 'request',
  handover: 'request',
  payment: 'money',
  complaint: 'complaint',
  levy: 'complaint',
  consent: 'proof',
  access: 'proof',
  'data-request': 'proof',
  'breach-told': 'proof',
  paper: 'paper',
  notice: 'notice',
  'notice-wishes': 'notice',
  push: 'notice',
}

/** A thing that is held about somebody. */
export type Held = {
  readonly class: RetentionSlug
  readonly createdAtMs: number
  /** When what it was for had ended; null: it goes on. */
  readonly endedAtMs: number | null
  /** Something that is kept needs it: a paper of an application. */
  readonly isNeeded: boolean
}
/** `until` null: as long as its register. */
export type Erasure =
  | { readonly erase: true }
  | { readonly erase: false; readonly why: 'open' | 'needed' | 'law'; readonly untilMs: number | null }

const dayMs = 86_400_000

/** What becomes of a citizen's wish to have it erased (UU 27/2022 articles 8, 43 and 44). */
export function decideErasure(held: Held, nowMs: number): Erasure {
  const { days, keeps } = retentionClasses[held.class]
  if (held.isNeeded) return { erase: false, why: 'needed', untilMs: null }
  if (keeps === null) return { erase: true }
  if (days === null) return { erase: false, why: 'law', untilMs: null }
  if (held.endedAtMs === null) return { erase: false, why: 'open', untilMs: null }
  const untilMs = held.endedAtMs + days * dayMs
  return nowMs >= untilMs ? { erase: true } : { erase: false, why: 'law', untilMs }
}

/** Whether its time is over by itself, without anybody's wish. What goes on, or is needed, is never over. */
export function isPastRetention(held: Held, nowMs: number): boolean {
  const { days, keeps } = retentionClasses[held.class]
  if (days === null || held.isNeeded) return false
  // What may be erased any day counts from its making: it has no end of its own.
  const fromMs = keeps === null ? held.createdAtMs : held.endedAtMs
  return fromMs !== null && nowMs >= fromMs + days * dayMs
}
