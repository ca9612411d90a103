import type { Answers, CaseAction, CaseRole, CaseStateName, CollectionWay, Localized } from '../case/index.ts'

/*
 * A case over HTTP: what a citizen sends and sees, and what an officer's desk does with it. Instants are ISO 8601 in UTC, days YYYY-MM-DD in the region's
 * time zone. The device makes the case's id, so that everything about it can be repeated as often as the line breaks.
 */

/**
 * POST /api/cases/claims: the first moment of contact, before papers are sent. It proves when a citizen wanted to submit, and keeps nothing.
 * A claim may be made again for the same case; the submission brings one receipt.
 */
export type CaseClaimRequest = {
  /** Made by the device, 22 to 64 of A–Z a–z 0–9 - _, not to be guessed: 16 random bytes or more as base64url. */
  readonly case: string
  /** SHA-256, hexadecimal, of `caseManifestText`. */
  readonly manifest: string
  /** When the citizen pressed "send" by the device's own clock. */
  readonly deviceAt: string
}
/** What the server says it received, signed (Ed25519 over `caseReceiptText`) so that anybody can check it later with the public key. */
export type CaseReceipt = {
  readonly case: string
  readonly manifest: string
  readonly deviceAt: string
  readonly serverAt: string
  /** Names the key. */
  readonly key: string
  /** base64url. */
  readonly signature: string
}
/** GET /api/cases/receipts/key: the public key, 32 bytes as base64url. POST /api/cases/receipts/check with a receipt: whether this install signed it. */
export type CaseReceiptKey = { readonly key: string; readonly publicKey: string }
export type CaseReceiptCheck = { readonly isGenuine: boolean }

/** POST /api/cases; header `Idempotency-Key`. The same case sent again is answered as it stands, whatever the key. 201 CaseView. */
export type CaseRequest = {
  readonly case: string
  readonly region: string
  readonly service: string
  /** Of the standard whose form was filled in. A newer one by now: `standard-changed`, with the newer number. */
  readonly version: number
  readonly answers: Answers
  /** Paper id by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
  readonly claim: CaseClaim | null
  readonly consent: CaseConsent
  /** The consultation that it comes from. */
  readonly viaTicket?: string | null
}
export type CaseClaim = {
  readonly receipt: CaseReceipt
  /** The papers as the manifest names them: SHA-256 of the bytes by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
}
/** The sentence that the citizen agreed to, by its version ("kasus-1"), and the papers that were ticked under it. */
export type CaseConsent = { readonly text: string; readonly papers: readonly string[] }

/** GET /api/cases: mine, newest first. */
export type CasesResponse = { readonly cases: readonly CaseView[] }
/** A case as its owner sees it. Nobody of the agency is named: role and agency are all that is told. */
export type CaseView = {
  readonly id: string
  /** To say on the telephone: `K-7QF3-2M`. */
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  readonly version: number
  readonly state: CaseStateName
  /** The step of the standard in hand, counted from 1; null before it is accepted and after its end. */
  readonly step: { readonly slug: string; readonly name: Localized; readonly number: number; readonly of: number } | null
  /** Whose turn it is; null when nobody's: it is at its end. */
  readonly turn: CaseRole | 'citizen' | 'system' | null
  /** True while an officer has it in hand. */
  readonly isInHand: boolean
  readonly submittedAt: string
  /** The first moment of contact, from which the promise runs. */
  readonly contactAt: string
  /** What the device's own clock said then; null without a receipt. */
  readonly deviceAt: string | null
  /** The promised day; null while the promise rests. */
  readonly promisedOn: string | null
  readonly isLate: boolean
  /** Why the promise rests: it is the citizen's turn. */
  readonly paused: 'returned' | 'fee' | null
  readonly fee: CaseFee | null
  /** What is to be put right; null unless the state is `returned`. */
  readonly returned: CaseReturn | null
  readonly rejected: { readonly reason: string; readonly appeal: string } | null
  readonly mayWithdraw: boolean
  readonly warnings: readonly CaseWarning[]
  /** Oldest first. */
  readonly history: readonly CaseHistoryLine[]
  readonly documents: readonly CaseDocument[]
  readonly collected: { readonly at: string; readonly how: CollectionWay } | null
}
/** The official fee; nobody can type one. The payment itself: GET /api/cases/:case/payment. */
export type CaseFee = {
  /** Item or exemption of the tariff. */
  readonly tariff: string
  readonly name: Localized
  readonly basis: string
  /** 0: free or exempted; null: not a fixed amount, `note` says how it is reckoned. */
  readonly rupiah: number | null
  readonly note: Localized | null
  /** `later`: it is asked when the papers are in order. `none`: nothing is paid here. */
  readonly state: 'none' | 'later' | 'due' | 'settled'
}
export type CaseReturn = {
  readonly at: string
  readonly role: CaseRole
  readonly fields: readonly { readonly field: string; readonly sentence: string }[]
  readonly papers: readonly { readonly requirement: string; readonly sentence: string; readonly mark: CaseMark | null }[]
}
/** A place on a picture that somebody marked: a rectangle in fractions of the page, 0 to 1, from its upper left corner. */
export type CaseMark = {
  /** Paper id of the picture. */
  readonly paper: string
  /** From 1. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** A like case of the same citizen: said, never a reason to refuse. */
export type CaseWarning = { readonly type: 'duplicate'; readonly case: string; readonly number: string; readonly state: CaseStateName }
/** What happened, in everyday words. */
export type CaseHistoryLine = {
  readonly at: string
  readonly event: string
  readonly role: CaseRole | 'citizen' | 'system'
  readonly words: Localized
}
/** GET /api/documents/:id/file has the file. */
export type CaseDocument = {
  readonly id: string
  readonly number: string
  readonly state: 'active' | 'superseded' | 'revoked'
  readonly issuedAt: string
}
/** GET /api/cases/:case/answers: what I wrote, to put it right. */
export type CaseAnswers = { readonly answers: Answers; readonly papers: Readonly<Record<string, string>> }
/**
 * POST /api/cases/:case/resubmit; header `Idempotency-Key`. The whole form again; only what was returned may differ, and questions and papers
 * that a returned answer opens or closes.
 */
export type CaseResubmitRequest = {
  readonly answers: Answers
  readonly papers: Readonly<Record<string, string>>
  readonly consent: CaseConsent
}
/* POST /api/cases/:case/withdraw: no body. */

/** GET /api/officer/cases?view=inbox|mine|overdue|waiting|done&state=&region= : the most urgent first, without names and answers. `region`: for who belongs to all. */
export type OfficerCasesResponse = { readonly roles: readonly CaseRole[]; readonly cases: readonly OfficerCaseRow[] }
/**
 * `inbox`: nobody has it and my roles may take it; `mine`: in my hand; `overdue`: past the day of its step, whoever has it; `waiting`: for the citizen; `done`: at its end.
 */
export const officerCaseViews = ['inbox', 'mine', 'overdue', 'waiting', 'done'] as const
export type OfficerCaseFilter = (typeof officerCaseViews)[number]
export type OfficerCaseRow = {
  readonly id: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly service: string
  readonly state: CaseStateName
  /** Slug of the step of the standard in hand. */
  readonly step: string | null
  readonly turn: CaseRole | 'citizen' | 'system' | null
  readonly holder: 'me' | 'other' | null
  readonly submittedAt: string
  readonly promisedOn: string | null
  /** When the step in hand is due; null while nothing is. */
  readonly dueAt: string | null
  readonly isLate: boolean
  /** To whom it was escalated; null: it was not. */
  readonly escalatedTo: CaseRole | null
  readonly hasWarnings: boolean
  /** How often it was returned. */
  readonly returns: number
}
/** GET /api/officer/cases/:case, and the answer of every action on it. */
export type OfficerCaseView = OfficerCaseRow & {
  readonly version: number
  /** `6402••••••••0001` */
  readonly nikMasked: string
  readonly isVerified: boolean
  /** What was written; null for who does not have the case in hand. */
  readonly answers: Answers | null
  readonly papers: readonly OfficerCasePaper[]
  readonly steps: readonly OfficerCaseStep[]
  readonly fee: CaseFee | null
  readonly paused: 'returned' | 'fee' | null
  readonly contactAt: string
  readonly deviceAt: string | null
  readonly returned: CaseReturn | null
  readonly rejected: { readonly reason: string; readonly appeal: string } | null
  readonly warnings: readonly CaseWarning[]
  readonly links: readonly CaseLink[]
  readonly history: readonly CaseHistoryLine[]
  readonly documents: readonly CaseDocument[]
  /** What this officer may do now. Four eyes: who verified is not given `decide` or `reject`. */
  readonly actions: readonly CaseAction[]
  /** Raised with each change: an action brings it back as `seen`. */
  readonly revision: number
}
/** GET /api/officer/cases/:case/papers/:paper/file has the file, for who has the case in hand. */
export type OfficerCasePaper = {
  readonly requirement: string
  readonly name: Localized
  readonly paper: string
  readonly kind: string
  readonly type: string
  readonly pages: number
  readonly expiresOn: string | null
  readonly scan: 'clean' | 'not-scanned'
  /** It was sent anew after a return. */
  readonly isNew: boolean
}
export type OfficerCaseStep = {
  readonly slug: string
  readonly name: Localized
  readonly role: CaseRole
  readonly workingDays: number
  readonly isDone: boolean
  /** The last day on which it is in time; null while the promise rests. */
  readonly dueOn: string | null
}
/** A consultation that belongs to the case. */
export type CaseLink = { readonly type: 'ticket' | 'contact'; readonly id: string }

/**
 * POST /api/officer/cases/:case/ACTION. `take`, `release`, `check`, `accept` and `step` need nothing more than `seen`; left out, nothing is compared.
 * Each answers OfficerCaseView. Somebody else's change since `seen`: `case-changed`.
 */
export type CaseActionRequest = { readonly seen?: number }
export type CaseReturnRequest = CaseActionRequest & {
  readonly fields: readonly { readonly field: string; readonly sentence: string }[]
  readonly papers: readonly { readonly requirement: string; readonly sentence: string; readonly mark: CaseMark | null }[]
}
/** What is written on the document. */
export type CaseDecideRequest = CaseActionRequest & {
  readonly text: { readonly title: string; readonly lines: readonly { readonly label: string; readonly text: string }[] }
}
/** `appeal`: how and where to object, and until when. */
export type CaseRejectRequest = CaseActionRequest & { readonly reason: string; readonly appeal: string }
export type CaseLinkRequest = CaseActionRequest & CaseLink
export type CaseEscalateRequest = CaseActionRequest & { readonly reason: string }

/** GET/PUT /api/admin/holidays?region= */
export type WorkCalendarView = {
  /** 0 = Sunday. */
  readonly weekdays: readonly number[]
  /** "08:00", "16:00": office hours, by which silence and the end of a promised day are reckoned. */
  readonly opens: string
  readonly closes: string
  readonly holidays: readonly { readonly day: string; readonly name: string }[]
}
/** GET/PUT /api/admin/roles/:officer */
export const officerRoles = ['front', 'verifier', 'approver', 'admin', 'integrity', 'auditor'] as const
export type OfficerRole = (typeof officerRoles)[number]
export type OfficerRolesView = {
  readonly officer: string
  readonly roles: readonly OfficerRole[]
  /** False: nobody has said so; these are the roles that an account has by itself. */
  readonly isSet: boolean
}

/** Refusals of cases: rows of `apiErrors`. Each sentence ends in what can be done. */
export const caseRefusals = {
  'unknown-case': { status: 404, id: 'Permohonan ini tidak ada.', en: 'There is no such application.' },
  'unknown-service': {
    status: 404,
    id: 'Layanan {service} tidak ada di wilayah ini.',
    en: 'There is no service {service} in this region.',
  },
  'unknown-officer': { status: 404, id: 'Petugas ini tidak ada.', en: 'There is no such officer.' },
  'no-form': {
    status: 409,
    id: 'Layanan ini belum dapat diajukan dari sini. Ambil nomor antrean untuk datang ke loket.',
    en: 'This service cannot be applied for from here yet. Take a number for its counter.',
  },
  'standard-changed': {
    status: 409,
    id: 'Syarat layanan ini baru saja berubah (versi {version}). Periksa lagi isian Anda; yang sudah ditulis tidak hilang.',
    en: 'The requirements of this service have just changed (version {version}). Look through your form again; nothing that you wrote is lost.',
  },
  'form-invalid': { status: 422, id: 'Isian "{field}" perlu diperbaiki.', en: 'The field "{field}" has to be put right.' },
  'papers-missing': { status: 422, id: 'Berkas "{requirement}" belum ada.', en: 'The paper "{requirement}" is missing.' },
  'paper-kind': {
    status: 422,
    id: 'Berkas untuk "{requirement}" bukan jenis yang diminta. Pilih atau kirim berkas lain.',
    en: 'The paper for "{requirement}" is of another kind. Choose or send another.',
  },
  'paper-not-asked': {
    status: 422,
    id: 'Berkas "{requirement}" tidak diminta. Hapus dari permohonan ini.',
    en: 'The paper "{requirement}" is not asked for. Take it out of this application.',
  },
  'consent-missing': {
    status: 422,
    id: 'Berkas "{requirement}" belum Anda izinkan dipakai. Beri tanda setuju dahulu.',
    en: 'You have not agreed to the use of the paper "{requirement}". Tick it first.',
  },
  'already-submitted': {
    status: 409,
    id: 'Permohonan ini sudah dikirim dengan nomor {number}. Isinya tidak dapat diganti begitu saja.',
    en: 'This application was sent as number {number}. It cannot simply be replaced.',
  },
  'case-state': {
    status: 409,
    id: 'Permohonan {number} sudah tidak di tahap itu. Lihat keadaan yang terbaru.',
    en: 'Application {number} is no longer at that point. Look at it as it is now.',
  },
  'case-changed': {
    status: 409,
    id: 'Permohonan ini baru saja berubah. Lihat dahulu keadaan yang terbaru.',
    en: 'This application has just changed. Look at it as it is now.',
  },
  'case-held': {
    status: 409,
    id: 'Permohonan ini sedang dipegang petugas lain. Dapat diambil alih setelah {hours} jam kerja tanpa kegiatan.',
    en: 'Another officer has this application in hand. It can be taken over after {hours} working hours without action.',
  },
  'case-not-held': { status: 409, id: 'Ambil dahulu permohonan ini.', en: 'Take this application in hand first.' },
  'role-missing': {
    status: 403,
    id: 'Akun Anda tidak memegang peran untuk langkah ini. Serahkan kepada rekan yang berwenang.',
    en: 'Your account does not have the role for this step. Leave it to a colleague who has.',
  },
  'four-eyes': {
    status: 403,
    id: 'Yang memeriksa tidak boleh memutuskan. Serahkan kepada pejabat lain.',
    en: 'Who verified may not decide. Leave it to another officer.',
  },
  'nothing-returned': {
    status: 422,
    id: 'Tandai sedikitnya satu isian atau berkas, masing-masing dengan satu kalimat.',
    en: 'Mark at least one field or paper, each with a sentence.',
  },
  'not-returned': {
    status: 409,
    id: '"{name}" tidak diminta diperbaiki, jadi tidak dapat diubah.',
    en: '"{name}" was not returned, so it cannot be changed.',
  },
  'part-unanswered': {
    status: 422,
    id: '"{name}" masih sama seperti yang dikembalikan. Perbaiki dahulu seperti yang diminta, lalu kirim lagi.',
    en: '"{name}" is still as it was sent back. Put it right as was asked, then send again.',
  },
  'fee-due': {
    status: 409,
    id: 'Biaya resmi belum dibayar. Proses berjalan setelah pembayaran diterima.',
    en: 'The official fee has not been paid. Processing begins when it is.',
  },
  'steps-open': {
    status: 409,
    id: 'Langkah "{step}" belum selesai. Selesaikan dahulu sebelum memutuskan.',
    en: 'The step "{step}" is not done. Finish it before deciding.',
  },
  'text-missing': { status: 422, id: 'Isi dokumen belum ada.', en: 'The text of the document is missing.' },
  'mark-elsewhere': {
    status: 422,
    id: 'Tanda itu bukan pada berkas yang dikembalikan. Tandai lagi.',
    en: 'That mark is not on the paper that is returned. Mark it again.',
  },
  'already-escalated': {
    status: 409,
    id: 'Langkah ini sudah di tangan peran tertinggi.',
    en: 'This step is with the highest role already.',
  },
} as const
