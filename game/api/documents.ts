import type { DocumentStatement, Localized, PickupLane, ProductKind, Verdict } from '../case/index.ts'

/** GET /api/documents: the citizen's own, newest first. */
export type DocumentsResponse = { readonly documents: readonly DocumentView[] }
export type DocumentView = {
  readonly id: string
  /** `DOK-…` */
  readonly number: string
  readonly title: string
  readonly kind: ProductKind
  readonly state: 'active' | 'superseded' | 'revoked'
  readonly case: string
  readonly region: string
  /** IANA name of the region's zone: its days are told in it. */
  readonly timeZone: string
  readonly agency: string
  readonly service: string
  /** ISO 8601. */
  readonly issuedAt: string
  readonly prints: number
  /** Of the verification page: `/cek/…`. */
  readonly checkPath: string
  readonly hasPickupCode: boolean
  readonly hasPin: boolean
  readonly handedOver: HandoverView | null
}
export type HandoverView = { readonly at: string; readonly lane: PickupLane; readonly to: 'holder' | 'proxy' }

/** POST /api/documents/:document/pickup: a new code; the one before is worthless then. It is told here and nowhere else. */
export type PickupCodeResponse = { readonly code: string }
/** POST /api/documents/:document/pin */
export type PinRequest = { readonly pin: string }

/** GET /api/verify/:code: what a stranger learns. Nothing but what is printed on the document. */
export type VerifyResponse = {
  /** As it was read: capitals, without spaces. */
  readonly code: string
  readonly verdict: Verdict
  readonly why: 'mistyped' | 'unknown' | 'broken-seal' | null
  readonly seal: { readonly statement: DocumentStatement; readonly key: string; readonly signature: string } | null
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string | null
  /** What region and agency are called; null where there is no seal. */
  readonly names: { readonly region: string; readonly agency: string } | null
  /** Whether the seal comes from a demonstration. */
  readonly isDemo: boolean
}
/** GET /api/document-keys: every public key that documents were ever sealed with, oldest first. */
export type DocumentKeysResponse = {
  readonly keys: readonly { readonly id: string; readonly publicKey: string; readonly from: string; readonly until: string | null }[]
}

/** POST /api/kiosk/prints, from a paired kiosk. */
export type KioskPrintRequest = { readonly region: string; readonly code: string; readonly pin: string }

export type KioskPrintResponse = {
  readonly number: string
  readonly title: string
  readonly prints: number
  /** Where the PDF is for a few minutes. */
  readonly path: string
}

/** GET /api/officer/pickups?find=: by the code or the number of a document. */
export type PickupView = {
  readonly document: DocumentView
  /** `6402••••••••••••`: the last four digits are read from the card that is shown, so they are not told here. */
  readonly holderNikMasked: string
  /** Powers of attorney that the holder keeps. */
  readonly authorities: readonly { readonly paper: string; readonly createdAt: string }[]
}
/** POST /api/officer/pickups */
export type HandOverRequest = {
  readonly find: string
  readonly lane: PickupLane
  readonly shown: /** The last four digits that the officer reads from the card. */
    | { readonly kind: 'holder'; readonly nikEnd: string; readonly isNameChecked: boolean }
    | { readonly kind: 'proxy'; readonly nik: string; readonly authority: string | null }
}
/** POST /api/officer/documents/:document/revoke */
export type RevokeRequest = { readonly reason: string }

/** GET /api/accesses: who else has opened my records, newest first. What the same officer did again for the same reason within an hour is one. */
export type AccessesResponse = {
  readonly accesses: readonly {
    /** ISO 8601. */
    readonly at: string
    /** `case.read`, `paper.opened` */
    readonly act: string
    readonly role: 'citizen' | 'officer' | 'operator' | 'admin' | 'integrity' | 'auditor' | 'system' | 'stranger'
    /** Its name; null: of none. */
    readonly agency: string | null
    readonly about: { readonly kind: string; readonly id: string }
    /** What the system writes itself is in both languages; an officer's own words are the same in both. */
    readonly why: Localized
    /** When the first of them was, ISO 8601; `at` is the latest. */
    readonly firstAt: string
    /** How many they are, from 1. */
    readonly count: number
  }[]
}
/** GET /api/officer/audit?region=: days that have lines. */
export type AuditDaysResponse = { readonly region: string; readonly days: readonly string[] }
/** GET /api/officer/audit/:day?region=: a day in full, for an auditor. `/export` gives it as a file that names nobody. */
export type AuditDayResponse = {
  readonly region: string
  readonly day: string
  readonly entries: readonly {
    readonly line: number
    readonly at: string
    readonly act: string
    readonly by: { readonly role: string; readonly id: string | null; readonly agency: string | null }
    readonly citizen: string | null
    readonly about: { readonly kind: string; readonly id: string }
    readonly why: string
    readonly hash: string
  }[]
}

/** Refusals of documents and their pickup: rows of `apiErrors`. Each sentence ends in what can be done. */
export const documentRefusals = {
  'document-unknown': {
    status: 404,
    id: 'Dokumen ini tidak ditemukan. Periksa nomornya.',
    en: 'There is no such document. Check its number.',
  },
  'document-text': {
    status: 422,
    id: 'Huruf {character} tidak dapat dicetak. Tulis dengan huruf Latin.',
    en: 'The character {character} cannot be printed. Write it in Latin letters.',
  },
  'document-not-active': {
    status: 409,
    id: 'Dokumen ini sudah tidak berlaku. Pakai dokumen terbaru dari permohonan yang sama.',
    en: 'This document is no longer valid. Use the newest one of the same application.',
  },
  'document-reason': { status: 422, id: 'Tulis alasan pencabutannya.', en: 'Write why it is revoked.' },
  'document-collected': {
    status: 409,
    id: 'Dokumen ini sudah diserahkan. Kalau hilang, ajukan penerbitan ulang.',
    en: 'This document was handed over before. If it was lost, apply for a new one.',
  },
  'document-is-card': {
    status: 409,
    id: 'Kartu tidak dicetak di kios. Ambil di loket, layanan tanpa turun, atau Mini MPP.',
    en: 'A card is not printed at a kiosk. Collect it at a counter, the drive-thru or a Mini MPP.',
  },
  'pickup-code': {
    status: 404,
    id: 'Kode ambil salah, sudah diganti, atau sudah dipakai. Buat kode baru, atau tunjukkan KTP di loket.',
    en: 'This pickup code is wrong, replaced or used up. Make a new one, or show your card at a counter.',
  },
  'pickup-identity': {
    status: 409,
    id: 'KTP yang ditunjukkan bukan milik pemegang dokumen. Serahkan kepada pemiliknya, atau kepada pembawa surat kuasa.',
    en: "The card shown is not the holder's. Hand it to the holder, or to somebody with a power of attorney.",
  },
  'pickup-authority': {
    status: 422,
    id: 'Surat kuasa belum disimpan. Simpan dahulu fotonya di berkas pemegang dokumen.',
    en: "No power of attorney was kept. Keep a picture of it among the holder's papers first.",
  },
  'pin-form': { status: 422, id: 'PIN terdiri dari enam angka.', en: 'A PIN has six digits.' },
  'pin-weak': { status: 422, id: 'PIN itu mudah ditebak. Pilih angka lain.', en: 'That PIN is easy to guess. Choose other digits.' },
  'pin-missing': {
    status: 409,
    id: 'PIN cetak belum dibuat. Buat di akun Anda, atau ambil dokumen di loket.',
    en: 'No PIN was chosen for printing. Choose one in your account, or collect the document at a counter.',
  },
  'pin-wrong': { status: 403, id: 'PIN salah. Sisa percobaan: {left}.', en: 'Wrong PIN. Tries left: {left}.' },
  'pin-locked': {
    status: 403,
    id: 'PIN terlalu sering salah. Buat PIN baru di akun Anda, atau ambil dokumen di loket.',
    en: 'Wrong PIN too often. Choose a new one in your account, or collect the document at a counter.',
  },
  'no-audit': { status: 404, id: 'Hari itu tidak punya catatan.', en: 'There is no record of that day.' },
} as const
