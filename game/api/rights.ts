import type { BreachFact, BreachFacts, Localized, PurposeSlug, RetentionSlug } from '../case/index.ts'

/** GET /api/rights: what is held about the citizen, what they agreed to, and what they asked. */
export type RightsView = {
  readonly consents: readonly ConsentView[]
  readonly holdings: readonly HoldingView[]
  readonly requests: readonly DataRequestView[]
  /** Breaches that touched this citizen and were told. */
  readonly breaches: readonly BreachNotice[]
}
export type ConsentView = {
  readonly id: string
  readonly purpose: PurposeSlug
  readonly name: Localized
  readonly words: Localized
  readonly stops: Localized
  readonly textVersion: string
  /** SHA-256 of the words, hexadecimal. */
  readonly textSha256: string
  readonly how: string
  readonly about: { readonly kind: string; readonly id: string } | null
  /** ISO 8601. */
  readonly givenAt: string
  readonly withdrawnAt: string | null
  readonly stoppedAt: string | null
  /** By when it has to have stopped; null: it is in force, or has. */
  readonly stopBy: string | null
}
/** What is held, by class. */
export type HoldingView = {
  readonly class: RetentionSlug
  readonly name: Localized
  readonly count: number
  /** null: as long as its register. */
  readonly days: number | null
  readonly basis: string
  /** null: it goes at the citizen's word. */
  readonly keeps: Localized | null
}
/** POST /api/rights/erasure: everything that may be erased, or one class. Papers and addresses go at once. */
export type ErasureRequest = { readonly class: RetentionSlug | null }
export type ErasureResponse = { readonly erased: number; readonly kept: readonly KeptView[] }
export type KeptView = {
  readonly class: RetentionSlug
  readonly count: number
  /** `open`: it goes on. `needed`: something that is kept needs it. `law`: until the day, or as long as its register. */
  readonly why: 'open' | 'needed' | 'law'
  /** YYYY-MM-DD, the latest of them. */
  readonly until: string | null
  readonly basis: string
  readonly keeps: Localized | null
}

/** POST /api/rights/requests; the words are kept sealed. */
export type DataRequestRequest = {
  readonly kind: 'correction' | 'objection'
  readonly about: { readonly kind: 'account' | 'case' | 'document' | 'paper'; readonly id: string }
  readonly words: string
}
export type DataRequestView = {
  readonly id: string
  readonly kind: 'correction' | 'objection'
  readonly about: { readonly kind: string; readonly id: string }
  readonly state: 'received' | 'done' | 'refused'
  readonly askedAt: string
  readonly answerBy: string
  readonly answeredAt: string | null
  readonly isLate: boolean
}
/** With what was written; to the one who asked and the one who answers. GET /api/rights/requests/:request, GET /api/officer/data-requests */
export type DataRequestOpen = DataRequestView & { readonly words: string; readonly answer: string | null }
export type DataRequestsResponse = { readonly requests: readonly DataRequestOpen[] }
/** POST /api/officer/data-requests/:request/answer */
export type DataAnswerRequest = { readonly type: 'done' | 'refused'; readonly words: string }

/** GET, POST /api/admin/breaches?region=; PUT /api/admin/breaches/:breach, POST …/notify, …/close */
export type BreachesResponse = { readonly breaches: readonly BreachView[] }
export type BreachView = BreachNotice & {
  readonly region: string
  /** How many citizens are concerned. */
  readonly people: number
  readonly isPublic: boolean
  readonly state: 'found' | 'notified' | 'closed'
  readonly notifyBy: string
  readonly isInTime: boolean | null
  readonly closedAt: string | null
}
/** What those concerned are told. */
export type BreachNotice = {
  readonly id: string
  readonly facts: BreachFacts
  readonly foundAt: string
  readonly notifiedAt: string | null
}
/** `foundAt` ISO 8601: when it was found, not when it is written down. */
export type NewBreachRequest = { readonly region: string; readonly foundAt: string }
/** Left out: as it is. `people`: ids of citizens, or numbers of cases of the region whose applicants they are; one that is neither refuses the whole (`unknown-people`). */
export type BreachRequest = {
  readonly facts?: { readonly [Fact in BreachFact]?: string }
  readonly people?: readonly string[]
  readonly isPublic?: boolean
}

/** Rows of `apiErrors`. */
export const rightsRefusals = {
  'unknown-consent': { status: 404, id: 'Persetujuan ini tidak ada.', en: 'There is no such consent.' },
  'unknown-request': { status: 404, id: 'Permintaan ini tidak ada.', en: 'There is no such request.' },
  'unknown-breach': { status: 404, id: 'Catatan kegagalan ini tidak ada.', en: 'There is no such breach.' },
  'unknown-people': {
    status: 422,
    id: 'Belum tersimpan: {count} tidak dikenali di wilayah ini ({names}). Perbaiki atau hapus, lalu simpan lagi; yang diterima nomor permohonan (K-7QF3-2M) atau nomor akun.',
    en: 'Not saved yet: {count} not known in this region ({names}). Put them right or remove them and save again; what is taken is the number of an application (K-7QF3-2M) or of an account.',
  },
  'already-answered': { status: 409, id: 'Permintaan ini sudah dijawab.', en: 'This request has been answered.' },
  'answer-reason': {
    status: 422,
    id: 'Tulis alasannya: penolakan tanpa alasan tidak dapat dikirim.',
    en: 'Write the reason: a refusal cannot be sent without one.',
  },
  'breach-state': {
    status: 409,
    id: 'Catatan ini sudah dalam tahap lain; muat ulang.',
    en: 'This record is at another stage by now; load it again.',
  },
  'breach-incomplete': {
    status: 422,
    id: 'Isi dahulu {missing}: pemberitahuan wajib menyebut kelimanya.',
    en: 'Fill in {missing} first: the notice must tell all five.',
  },
  'breach-future': { status: 422, id: 'Waktu ditemukan tidak dapat di masa depan.', en: 'It cannot have been found in the future.' },
  'request-limit': {
    status: 409,
    id: 'Masih ada {limit} permintaan yang belum dijawab. Tunggu jawabannya dahulu.',
    en: 'There are {limit} requests without an answer. Wait for these first.',
  },
} as const
