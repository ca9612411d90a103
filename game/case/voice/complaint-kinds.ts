import type { Localized } from '../standard/localized.ts'

/** What a complaint is about, in the order in which it is offered. */
export const complaintKinds = ['service', 'question', 'urgent', 'conduct'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

/** Working days until an answer, by class (2, 5, 14 or 60), and the words under which people find it. */
export const complaintClasses: Readonly<
  Record<ComplaintKind, { readonly days: number; readonly name: Localized; readonly hint: Localized }>
> = {
  service: {
    days: 14,
    name: { id: 'Layanan atau berkas', en: 'A service or papers' },
    hint: { id: 'terlambat, hasil keliru, syarat tidak jelas, fasilitas', en: 'late, wrong result, unclear requirements, facilities' },
  },
  question: {
    days: 5,
    name: { id: 'Pertanyaan atau saran', en: 'A question or suggestion' },
    hint: { id: 'ingin tahu sesuatu, atau punya usul', en: 'you want to know something, or have an idea' },
  },
  urgent: {
    days: 2,
    name: { id: 'Mendesak', en: 'Urgent' },
    hint: { id: 'ditolak dilayani, tidak dapat masuk, ada yang terancam', en: 'turned away, cannot get in, somebody is in danger' },
  },
  conduct: {
    days: 60,
    name: { id: 'Sikap petugas', en: "An officer's conduct" },
    hint: {
      id: 'kasar, pilih kasih, menyalahgunakan wewenang; perlu diperiksa',
      en: 'rude, unfair, abuse of office; has to be looked into',
    },
  },
}

/** Who handles it, from the first to the highest. */
export const complaintLevels = ['desk', 'head', 'integrity'] as const
export type ComplaintLevel = (typeof complaintLevels)[number]

/** Working days after an answer in which it can be reopened. */
export const reopenDays = 10
export const mostReopenings = 2
/** Working days that the next role has for what is overdue. */
export const escalationDays = 2
