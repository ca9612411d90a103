import type { Agency, Region } from './catalogue.ts'
import type { ContactRung } from '../contact/index.ts'
import type { TicketState } from '../queue/index.ts'

/** Every refusal of the HTTP interface has this body. The codes are the rows of `apiErrors`. */
export type ApiErrorBody = {
  readonly error: {
    readonly code: ApiErrorCode
    /** For people, in the language of the request. */
    readonly message: string
    readonly details?: Readonly<Record<string, unknown>>
  }
}

/** Closed table of refusals: HTTP status, and the sentence in both languages. `{name}` is filled from `details`. */
export const apiErrors = {
  'bad-request': { status: 400, id: 'Permintaan tidak dapat dibaca: {reason}.', en: 'The request cannot be read: {reason}.' },
  'nik-length': {
    status: 422,
    id: 'NIK terdiri dari 16 angka; yang Anda tulis {length} angka.',
    en: 'A NIK has 16 digits; you wrote {length}.',
  },
  'nik-not-digits': { status: 422, id: 'NIK hanya berisi angka.', en: 'A NIK holds digits only.' },
  'nik-date': {
    status: 422,
    id: 'Angka ke-7 sampai 12 NIK adalah tanggal lahir; {digits} bukan tanggal yang mungkin.',
    en: 'Digits 7 to 12 of a NIK are the date of birth; {digits} cannot be a date.',
  },
  'nik-serial': {
    status: 422,
    id: 'Empat angka terakhir NIK tidak pernah 0000. Periksa kembali kartu Anda.',
    en: 'The last four digits of a NIK are never 0000. Please check your card.',
  },
  'nik-region': {
    status: 422,
    id: 'Enam angka pertama NIK adalah kode wilayah; {digits} tidak mungkin.',
    en: 'The first six digits of a NIK are a region code; {digits} cannot be one.',
  },
  'phone-invalid': {
    status: 422,
    id: 'Nomor telepon {phone} tidak dapat dipakai. Contoh: 0812 3456 7890.',
    en: 'The telephone number {phone} cannot be used. Example: 0812 3456 7890.',
  },
  'phone-not-bound': {
    status: 403,
    id: 'NIK ini sudah terikat pada nomor lain yang telah diperiksa petugas. Masuk dengan nomor itu, atau bawa KTP ke loket atau Mini MPP untuk menggantinya.',
    en: 'This NIK is bound to another number that an officer has checked. Sign in with that number, or bring your card to a counter or Mini MPP to change it.',
  },
  'otp-wrong': { status: 401, id: 'Kode salah. Sisa percobaan: {left}.', en: 'Wrong code. Tries left: {left}.' },
  'otp-expired': { status: 401, id: 'Kode sudah tidak berlaku. Minta kode baru.', en: 'The code is no longer valid. Ask for a new one.' },
  'otp-locked': { status: 429, id: 'Terlalu banyak kode salah. Coba lagi pukul {time}.', en: 'Too many wrong codes. Try again at {time}.' },
  'otp-too-soon': {
    status: 429,
    id: 'Kode baru dapat diminta lagi dalam {seconds} detik.',
    en: 'A new code can be asked for in {seconds} seconds.',
  },
  'sign-in-required': { status: 401, id: 'Silakan masuk dahulu.', en: 'Please sign in first.' },
  forbidden: { status: 403, id: 'Akun ini tidak berhak melakukan itu.', en: 'This account may not do that.' },
  'password-wrong': { status: 401, id: 'Nama pengguna atau kata sandi salah.', en: 'Wrong user name or password.' },
  'unknown-region': { status: 404, id: 'Wilayah {region} tidak dikenal.', en: 'There is no region {region}.' },
  'unknown-group': {
    status: 404,
    id: 'Kelompok layanan {group} tidak ada di wilayah ini.',
    en: 'There is no service group {group} in this region.',
  },
  'unknown-counter': { status: 404, id: 'Loket {counter} tidak ada.', en: 'There is no counter {counter}.' },
  'unknown-ticket': { status: 404, id: 'Tiket tidak ditemukan.', en: 'No such ticket.' },
  'unknown-stream': { status: 404, id: 'Siaran ini sudah berakhir.', en: 'This stream has ended.' },
  'not-found': { status: 404, id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  'already-waiting': {
    status: 409,
    id: 'Anda sudah punya nomor {label} untuk layanan ini.',
    en: 'You already hold number {label} for this service.',
  },
  'nobody-waiting': { status: 409, id: 'Belum ada yang menunggu.', en: 'Nobody is waiting.' },
  'counter-taken': { status: 409, id: 'Loket {counter} sedang dibuka petugas lain.', en: 'Counter {counter} is open by another officer.' },
  'counter-closed': { status: 409, id: 'Loket belum dibuka.', en: 'The counter is not open.' },
  'counter-busy': { status: 409, id: 'Selesaikan dahulu nomor {label}.', en: 'Finish number {label} first.' },
  'wrong-state': {
    status: 409,
    id: 'Tiket {label} sedang {state}; tindakan ini tidak berlaku.',
    en: 'Ticket {label} is {state}; that cannot be done now.',
  },
  'survey-done': {
    status: 409,
    id: 'Survei untuk layanan ini sudah diisi. Terima kasih.',
    en: 'The survey for this service has been answered. Thank you.',
  },
  'survey-invalid': { status: 422, id: 'Jawaban {element} harus 1 sampai 4.', en: 'The answer to {element} must be 1 to 4.' },
  'idempotency-mismatch': {
    status: 409,
    id: 'Kunci permintaan ini sudah dipakai untuk permintaan lain.',
    en: 'This request key was used for another request.',
  },
  'queue-full': { status: 409, id: 'Nomor hari ini habis.', en: "Today's numbers have run out." },
  'too-large': { status: 413, id: 'Terlalu besar: paling banyak {limit}.', en: 'Too large: at most {limit}.' },
  'too-many': { status: 429, id: 'Terlalu sering. Coba lagi dalam {seconds} detik.', en: 'Too often. Try again in {seconds} seconds.' },
  'store-unavailable': {
    status: 503,
    id: 'Penyimpanan sedang tidak menjawab. Tidak ada yang hilang; coba lagi.',
    en: 'The store does not answer. Nothing is lost; try again.',
  },
  internal: { status: 500, id: 'Terjadi kesalahan pada kami. Coba lagi.', en: 'Something went wrong on our side. Try again.' },
} as const
export type ApiErrorCode = keyof typeof apiErrors

/** GET /api/regions */
export type RegionsResponse = { readonly regions: readonly Region[] }

/** GET /api/regions/:region/catalogue */
export type CatalogueResponse = {
  readonly region: Region
  readonly agencies: readonly Agency[]
  readonly counters: readonly CounterPlace[]
}

/** A counter as the region's map places it. */
export type CounterPlace = {
  /** `kukar.loket-01`: unique over all regions, safe in a URL. */
  readonly id: string
  readonly region: string
  /** What stands on the sign: "1", "2". */
  readonly label: string
  readonly agency: string
}

/** GET /api/regions/:region/queue, and the socket's `queue` message: today, without names. */
export type QueueSummary = {
  readonly region: string
  /** Office day in the region's own time zone, YYYY-MM-DD. */
  readonly day: string
  readonly groups: readonly GroupSummary[]
  readonly counters: readonly CounterSummary[]
}
export type GroupSummary = {
  readonly group: string
  readonly waiting: number
  /** Minutes from now for somebody who takes a ticket now; null while no counter is open. */
  readonly wait: WaitRange | null
}
export type WaitRange = { readonly optimisticMinutes: number; readonly estimateMinutes: number }
export type CounterSummary = {
  readonly counter: string
  readonly isOpen: boolean
  /** The ticket in hand: "A-001". */
  readonly serving: string | null
  readonly servingSince: string | null
  readonly stream: CounterStream
}
/** `off`: no camera. `live`: watch it. `slate`: the officer talks to somebody, the picture is a card that says so. */
export type CounterStream = { readonly state: 'off' | 'live' | 'slate'; readonly playlist: string | null }

/** POST /api/session/otp */
export type OtpRequest = { readonly nik: string; readonly phone: string }
export type OtpResponse = {
  readonly challenge: string
  readonly phoneMasked: string
  /** ISO 8601. */
  readonly expiresAt: string
  readonly resendAt: string
  /** Set in demonstration mode: the page where the code can be read. */
  readonly demoPage: string | null
}
/** POST /api/session/otp/verify */
export type OtpVerifyRequest = { readonly challenge: string; readonly code: string }
/** GET /api/session; POST answers it too. */
export type SessionResponse = { readonly session: SessionView | null }
export type SessionView =
  | { readonly role: 'citizen'; readonly nikMasked: string; readonly phoneMasked: string; readonly isVerified: boolean }
  | { readonly role: 'officer'; readonly name: string; readonly region: string | null; readonly agency: string | null }

/** POST /api/tickets; header `Idempotency-Key` (8 to 64 of A–Z a–z 0–9 - _) is required. */
export type TicketRequest = { readonly region: string; readonly group: string; readonly service: string | null }
/** GET /api/tickets: mine, of today and unfinished surveys. */
export type TicketsResponse = { readonly tickets: readonly TicketView[] }
export type TicketView = {
  readonly id: string
  readonly region: string
  readonly group: string
  readonly service: string | null
  readonly agency: string
  readonly label: string
  readonly state: TicketState
  readonly day: string
  /** ISO 8601. */
  readonly issuedAt: string
  /** People before this one in the same order; null when no longer waiting. */
  readonly ahead: number | null
  readonly wait: WaitRange | null
  readonly counter: { readonly id: string; readonly label: string } | null
  readonly contact: ContactView | null
  readonly isSurveyDue: boolean
}

export type ContactView = {
  readonly id: string
  readonly ticket: string
  readonly state: 'ringing' | 'talking' | 'ended'
  /** The rung of the ladder that both ends now use. */
  readonly rung: ContactRung
  readonly citizenPresent: boolean
  readonly officerPresent: boolean
}

/** POST /api/tickets/:ticket/survey: nine answers of 1 to 4 by element slug. */
export type SurveyRequest = { readonly answers: Readonly<Record<string, number>> }

/** POST /api/officer/session */
export type OfficerSignInRequest = { readonly username: string; readonly password: string }
/** GET /api/officer: what the console needs to start. */
export type OfficerStart = {
  readonly name: string
  readonly oidc: boolean
  readonly counters: readonly (CounterPlace & {
    readonly regionName: string
    readonly agencyName: string
    readonly openBy: string | null
  })[]
  /** The counter this officer holds open. */
  readonly open: OfficerCounter | null
}
/** GET /api/officer/counter and the socket's `console` message. */
export type OfficerCounter = {
  readonly counter: CounterPlace
  readonly day: string
  readonly waiting: readonly OfficerTicket[]
  readonly current: OfficerTicket | null
  readonly contact: ContactView | null
  readonly servedToday: number
}
export type OfficerTicket = {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly service: string | null
  readonly state: TicketState
  readonly issuedAt: string
  readonly calledAt: string | null
  /** `6402••••••••0001` */
  readonly nikMasked: string
  readonly phoneMasked: string
  readonly isVerified: boolean
}

/** GET /api/config: what the page must know of this install. */
export type ConfigResponse = {
  readonly isDemo: boolean
  readonly oidc: boolean
  /** For RTCPeerConnection; empty by default: no foreign server is built in. */
  readonly iceServers: readonly { readonly urls: readonly string[]; readonly username?: string; readonly credential?: string }[]
}

/** POST /api/stream/:counter → a stream the officer uploads to. */
export type StreamStartRequest = {
  readonly video: { readonly codec: string; readonly width: number; readonly height: number } | null
  readonly audio: { readonly codec: string; readonly sampleRate: number; readonly channels: number } | null
  readonly bandwidth: number
}
export type StreamStartResponse = { readonly stream: string; readonly playlist: string }
