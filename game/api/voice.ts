import type {
  ComplaintKind,
  ComplaintLevel,
  ComplaintStateName,
  GiftStateName,
  LevyFacts,
  LevyOutcome,
  LevyStateName,
} from '../case/index.ts'
import type { Region } from './catalogue.ts'

/*
 * Complaints, reports of levies and declared gifts over HTTP. Instants are ISO 8601 in UTC, days YYYY-MM-DD in the region's time zone. A code opens what was sent
 * without an account; it is always in a body, never in an address.
 */

/** POST /api/complaints; header `Idempotency-Key`. Without an account, or with `isAnonymous`, no identity is kept and a code is answered. 201 ComplaintReceipt. */
export type ComplaintRequest = {
  readonly region: string
  readonly agency: string
  readonly kind: ComplaintKind
  readonly text: string
  readonly isAnonymous: boolean
  /** A ticket or case of the sender's; the server knows from it who served. */
  readonly ticket?: string | null
  readonly case?: string | null
}
/** `code`: the only key to an anonymous one; null for one with an account. */
export type ComplaintReceipt = { readonly complaint: ComplaintView; readonly code: string | null }
/** GET /api/complaints: mine, newest first. */
export type ComplaintsResponse = { readonly complaints: readonly ComplaintView[] }
/** GET /api/complaints/:complaint; POST /api/complaints/open with a code. */
export type ComplaintView = {
  readonly id: string
  /** To say on the telephone: `P-7QF3-2M`. */
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly kind: ComplaintKind
  readonly state: ComplaintStateName
  /** Who handles it now, by role. */
  readonly level: ComplaintLevel
  readonly sentAt: string
  /** When an answer is promised; null while none is. */
  readonly dueAt: string | null
  readonly isLate: boolean
  readonly words: readonly ComplaintWords[]
  readonly rating: number | null
  /** Until when it can be reopened with the next role; null when it cannot. */
  readonly reopenUntil: string | null
}
export type ComplaintWords = {
  readonly from: 'citizen' | 'office'
  readonly at: string
  readonly level: ComplaintLevel
  readonly text: string
}
/** POST /api/complaints/open, /api/levies/open, /api/levies/retract */
export type VoiceCodeRequest = { readonly code: string }
/** POST /api/complaints/:complaint/rate and /reopen; `code` for an anonymous one. */
export type ComplaintRateRequest = { readonly rating: number; readonly code?: string | null }
export type ComplaintReopenRequest = { readonly text: string; readonly code?: string | null }

/** GET /api/officer/complaints?region= : those that this officer may handle, the most urgent first. */
export type OfficerComplaintsResponse = { readonly complaints: readonly OfficerComplaintRow[] }
export type OfficerComplaintRow = {
  readonly id: string
  readonly number: string
  readonly region: string
  readonly agency: string
  readonly kind: ComplaintKind
  readonly state: ComplaintStateName
  readonly level: ComplaintLevel
  readonly holder: 'me' | 'other' | null
  readonly sentAt: string
  readonly dueAt: string | null
  readonly isLate: boolean
  readonly isAnonymous: boolean
  readonly reopenings: number
}
/** GET /api/officer/complaints/:complaint, and the answer of …/take and …/answer. Who sent it is not told. */
export type OfficerComplaintView = OfficerComplaintRow & {
  readonly words: readonly ComplaintWords[]
  readonly rating: number | null
  readonly actions: readonly ('take' | 'answer')[]
}
export type ComplaintAnswerRequest = { readonly text: string }

/** POST /api/levies: "I was asked for money". One of ticket, slip (a kiosk ticket's code) or case, or none; what the server knows of it is sealed. 201 LevyReceipt. */
export type LevyRequest = {
  readonly region: string
  readonly agency?: string | null
  readonly ticket?: string | null
  readonly slip?: string | null
  readonly case?: string | null
  readonly text?: string | null
}
/** What the reporter holds. POST /api/levies/open, /words and /retract answer it too. */
export type LevyReceipt = {
  readonly number: string
  /** Opens it again; kept nowhere. */
  readonly code: string
  readonly state: LevyStateName
  readonly sealedAt: string
  /** The seal: its link in the region's chain, SHA-256. */
  readonly hash: string
  /** Until when a slip of the thumb can be taken back; null when it cannot. */
  readonly retractUntil: string | null
  readonly wordsAdded: number
  readonly outcome: LevyOutcome | null
  /** What integrity says; null before. */
  readonly finding: string | null
  /** The official fee and its regulation; rupiah null: no fixed amount, or not known. */
  readonly rupiah: number | null
  readonly basis: string | null
}
/** POST /api/levies/words */
export type LevyWordsRequest = { readonly code: string; readonly text: string }

/** GET /api/integrity: what the page needs to start. */
export type IntegrityStart = {
  readonly name: string
  /** Sees reports of levies and everybody's gifts. */
  readonly isIntegrity: boolean
  readonly agency: string | null
  /** Those whose desk this officer may sit at. */
  readonly regions: readonly Region[]
}
/** GET /api/integrity/levies?region= */
export type LeviesResponse = { readonly levies: readonly LevyRow[] }
export type LevyRow = {
  readonly id: string
  readonly number: string
  readonly state: LevyStateName
  readonly sealedAt: string
  readonly holder: 'me' | 'other' | null
  readonly wordsAdded: number
  readonly outcome: LevyOutcome | null
}
/** GET /api/integrity/levies/:levy?region=, and the answer of …/take and …/close. */
export type LevyDetail = LevyRow & {
  readonly hash: string
  /** What the server knew then. No ticket and no name of the reporter. */
  readonly facts: Omit<LevyFacts, 'ticket' | 'case' | 'atMs' | 'officer'> & { readonly officerName: string | null }
  /** Whether the facts are those that were sealed. */
  readonly isIntact: boolean
  readonly words: readonly string[]
  readonly finding: string | null
  readonly actions: readonly ('take' | 'close')[]
}
export type LevyCloseRequest = { readonly outcome: LevyOutcome; readonly text: string }
/** GET /api/integrity/chain?region= : the chain, counted and checked from its beginning. */
export type ChainView = { readonly events: number; readonly brokenAt: number | null; readonly last: string | null }

/** POST /api/officer/gifts: declared by who received it. GET: my own. GET /api/integrity/gifts?region= : everybody's. */
export type GiftRequest = { readonly region: string; readonly receivedOn: string; readonly text: string }
export type GiftsResponse = { readonly gifts: readonly GiftView[] }
export type GiftView = {
  readonly id: string
  readonly number: string
  readonly receivedOn: string
  readonly declaredAt: string
  readonly state: GiftStateName
  /** By when it has to be reported; null once it is, or was returned. */
  readonly dueAt: string | null
  readonly isOverdue: boolean
  readonly isLate: boolean
  readonly agency: string | null
  readonly isMine: boolean
}
/** GET /api/officer/gifts/:gift, for who declared it and for integrity. */
export type GiftDetail = GiftView & { readonly text: string; readonly officerName: string; readonly steps: readonly GiftStateName[] }
/** POST /api/integrity/gifts/:gift/advance */
export type GiftAdvanceRequest = { readonly to: GiftStateName }

export const voiceRefusals = {
  'unknown-complaint': {
    status: 404,
    id: 'Pengaduan ini tidak ditemukan. Periksa kodenya, atau masuk dengan akun yang mengirimnya.',
    en: 'No such complaint. Check its code, or sign in with the account that sent it.',
  },
  'unknown-levy': { status: 404, id: 'Laporan ini tidak ditemukan. Periksa kodenya.', en: 'No such report. Check its code.' },
  'unknown-gift': { status: 404, id: 'Catatan gratifikasi ini tidak ditemukan.', en: 'There is no such gift on record.' },
  'text-short': {
    status: 422,
    id: 'Ceritakan dengan sedikitnya {least} huruf, agar petugas mengerti.',
    en: 'Please use at least {least} letters, so that we understand.',
  },
  'complained-about': {
    status: 403,
    id: 'Ini menyangkut Anda atau instansi Anda. Petugas lain yang menanganinya.',
    en: 'This is about you or your agency. Another officer handles it.',
  },
  'not-for-you': {
    status: 403,
    id: 'Ini tugas peran, instansi, atau wilayah lain.',
    en: 'This is for another role, agency or region.',
  },
  'in-other-hands': { status: 409, id: 'Sedang ditangani petugas lain.', en: 'Another officer has it in hand.' },
  'not-in-hand': { status: 409, id: 'Ambil dahulu sebelum menjawab atau menutup.', en: 'Take it in hand before you answer or close it.' },
  'answered-before': {
    status: 403,
    id: 'Anda yang menjawab sebelumnya. Petugas lain yang memeriksa ulang.',
    en: 'You answered it before. Another officer looks at it again.',
  },
  'voice-state': {
    status: 409,
    id: 'Keadaannya sudah berubah. Muat ulang untuk melihat yang terbaru.',
    en: 'It has changed meanwhile. Load it again to see how it stands.',
  },
  'not-the-voice': {
    status: 403,
    id: 'Hanya pengirimnya yang dapat melakukan ini. Buka dengan kode atau akun pengirim.',
    en: 'Only who sent it can do this. Open it with its code or account.',
  },
  'rating-invalid': { status: 422, id: 'Pilih nilai 1 sampai 4.', en: 'Choose a rating from 1 to 4.' },
  'reopen-late': {
    status: 409,
    id: 'Waktu untuk membuka kembali sudah lewat. Kirim pengaduan baru; sebutkan nomor ini.',
    en: 'The time for reopening is over. Send a new complaint and name this number.',
  },
  'reopen-spent': {
    status: 409,
    id: 'Ini sudah sampai ke tingkat tertinggi di daerah. Anda dapat meneruskannya ke SP4N-LAPOR! atau Ombudsman RI.',
    en: 'It has been with the highest role of the region. You can take it to SP4N-LAPOR! or the Ombudsman.',
  },
  'retract-late': {
    status: 409,
    id: 'Laporan sudah lebih dari 15 menit dan tetap tersimpan. Tambahkan keterangan bila keliru.',
    en: 'The report is older than 15 minutes and stays. Add words if it was a mistake.',
  },
  'gift-future': { status: 422, id: 'Tanggal terima tidak boleh sesudah hari ini.', en: 'The day of receipt cannot be after today.' },
} as const
