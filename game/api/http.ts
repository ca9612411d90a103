import { adminRefusals } from './admin-refusals.ts'
import type { Agency, Region } from './catalogue.ts'
import type { ContactRung } from '../contact/index.ts'
import { caseRefusals } from './case.ts'
import { documentRefusals } from './documents.ts'
import { paperRefusals } from './papers.ts'
import { paymentRefusals } from './payment.ts'
import { voiceRefusals } from './voice.ts'
import { noticeRefusals } from './notices.ts'
import { rightsRefusals } from './rights.ts'
import { surveyRefusals } from './survey.ts'
import type { CallReason, Channel, PriorityReason, Stop, TicketState, TransferTarget } from '../queue/index.ts'

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
  'already-booked': {
    status: 409,
    id: 'Anda sudah punya janji untuk layanan ini.',
    en: 'You already hold a booking for this service.',
  },
  'person-limit': {
    status: 409,
    id: 'Paling banyak {limit} tempat sekaligus. Selesaikan atau batalkan salah satu dahulu.',
    en: 'At most {limit} places at a time. Finish or cancel one first.',
  },
  'device-limit': {
    status: 409,
    id: 'Perangkat ini sudah memegang {limit} tempat di antrean ini.',
    en: 'This device holds {limit} places in this line already.',
  },
  'not-giving-numbers': {
    status: 409,
    id: 'Loket {agency} tidak membagikan nomor saat ini. Hari buka berikutnya: {next}.',
    en: '{agency} gives no numbers now. Its next day here: {next}.',
  },
  'quota-spent': {
    status: 409,
    id: 'Kuota {limit} nomor hari ini habis. Anda dapat memesan hari lain.',
    en: "Today's {limit} numbers are given. You can book another day.",
  },
  'line-closed': {
    status: 409,
    id: 'Antrean ini ditutup: {reason}. Anda dapat memesan hari lain.',
    en: 'This line is closed: {reason}. You can book another day.',
  },
  'line-open': { status: 409, id: 'Antrean ini sudah buka.', en: 'This line is open already.' },
  'slot-past': { status: 409, id: 'Waktu itu sudah lewat. Pilih waktu lain.', en: 'That time is over. Choose another.' },
  'slot-full': { status: 409, id: 'Waktu itu sudah penuh. Pilih waktu lain.', en: 'That time is taken. Choose another.' },
  'no-such-slot': { status: 404, id: 'Tidak ada janji pada waktu itu.', en: 'There is no booking at that time.' },
  'too-early': {
    status: 409,
    id: 'Lapor datang belum dibuka; coba {seconds} detik lagi.',
    en: 'Check-in has not begun; try again in {seconds} seconds.',
  },
  'too-late': {
    status: 409,
    id: 'Waktu lapor datang untuk janji ini sudah lewat. Ambil nomor tanpa janji.',
    en: 'Check-in for this booking is over. Take a number without it.',
  },
  'day-past': { status: 409, id: 'Janji hanya dapat dipindah ke hari sesudahnya.', en: 'A booking can only be moved to a later day.' },
  'too-soon': {
    status: 409,
    id: 'Beri waktu untuk datang: coba {seconds} detik lagi.',
    en: 'Give them time to come: try again in {seconds} seconds.',
  },
  'calls-spent': {
    status: 409,
    id: '{label} sudah dipanggil {limit} kali. Lewati dahulu; ia dapat bergabung lagi.',
    en: '{label} was called {limit} times. Skip them; they can rejoin.',
  },
  'rejoins-spent': {
    status: 409,
    id: 'Anda sudah bergabung lagi {limit} kali. Ambil nomor baru.',
    en: 'You have rejoined {limit} times. Take a new number.',
  },
  'reason-missing': { status: 422, id: 'Sebutkan alasannya.', en: 'State the reason.' },
  'room-missing': { status: 422, id: 'Sebutkan ruang tunggunya.', en: 'Name the room.' },
  'note-empty': { status: 422, id: 'Catatan masih kosong.', en: 'The note is empty.' },
  'same-line': { status: 409, id: 'Tiket sudah di antrean ini.', en: 'The ticket is in this line already.' },
  'kiosk-key': {
    status: 403,
    id: 'Kios ini belum dipasangkan. Minta petugas membuka ulang alamat kios.',
    en: 'This kiosk is not paired. Ask an officer to open its address again.',
  },
  'unknown-code': { status: 404, id: 'Kode {code} tidak ditemukan.', en: 'There is no ticket with the code {code}.' },
  'no-proof': { status: 404, id: 'Belum ada bukti untuk antrean hari itu.', en: 'There is no proof of that day yet.' },
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
  ...paperRefusals,
  ...documentRefusals,
  ...paymentRefusals,
  ...voiceRefusals,
  ...adminRefusals,
  ...caseRefusals,
  ...surveyRefusals,
  ...noticeRefusals,
  ...rightsRefusals,
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
  /** Labels that were called and did not come, the latest first; their holders may rejoin. */
  readonly skipped: readonly string[]
}
export type GroupSummary = {
  readonly group: string
  readonly waiting: number
  /** Why no numbers are given in this line; null while it is open. */
  readonly closed: string | null
  /** Minutes from now for somebody who takes a ticket now; null while no counter is open. */
  readonly wait: WaitRange | null
}
/** Whole minutes; few wait less than the first or longer than the last. */
export type WaitRange = { readonly optimisticMinutes: number; readonly estimateMinutes: number; readonly latestMinutes: number }
export type CounterSummary = {
  readonly counter: string
  readonly isOpen: boolean
  /** Why an open counter calls nobody for a while; null when it does. */
  readonly paused: string | null
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
export type TicketRequest = {
  readonly region: string
  readonly group: string
  readonly service: string | null
  /** Further services of this visit, in order. */
  readonly route?: readonly Stop[]
  readonly priority?: PriorityReason | null
  /** ISO 8601: a booking for this slot instead of a number now. */
  readonly slotAt?: string | null
}
/** POST /api/tickets/:ticket/check-in, /ready, /rejoin, /return: no body. POST /api/tickets/claim: a kiosk's ticket becomes mine. */
export type ClaimRequest = { readonly code: string }
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
  readonly priority: PriorityReason | null
  /** The booked time; null without a booking. */
  readonly slotAt: string | null
  /** From when to when a booking can be checked in; null for everything else. */
  readonly checkIn: { readonly from: string; readonly until: string } | null
  /** The person was asked whether they are ready, and has not answered yet. */
  readonly isReadyAsked: boolean
  /** The room in which a parked person waits. */
  readonly room: string | null
  /** How many a skipped person would stand behind if they rejoined now; null when they cannot. */
  readonly rejoinBehind: number | null
  /** Where a transferred ticket went on. */
  readonly sentTo: { readonly group: string | null; readonly day: string | null } | null
  /** Further services of this visit, in order: the next begins by itself when this one is finished. */
  readonly route: readonly Stop[]
  /** Where the place is bound into the day's proof. */
  readonly receipt: { readonly line: number; readonly hash: string } | null
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
  /** In the order in which they would be called. */
  readonly waiting: readonly OfficerTicket[]
  readonly parked: readonly OfficerTicket[]
  readonly skipped: readonly OfficerTicket[]
  /** Bookings of today that have not checked in, by time. */
  readonly reserved: readonly OfficerTicket[]
  readonly current: OfficerTicket | null
  readonly contact: ContactView | null
  readonly servedToday: number
  /** Why this counter calls nobody for a while; null when it does. */
  readonly paused: string | null
  readonly lines: readonly { readonly group: string; readonly waiting: number; readonly closed: string | null }[]
  /** Open counters of the same agency: where a ticket can be sent. */
  readonly colleagues: readonly { readonly counter: string; readonly label: string; readonly officer: string; readonly name: string }[]
  readonly agency: AgencyStateView
}
/** What an agency can do today, said before people travel. */
export type AgencyStateView = {
  readonly agency: string
  readonly opening: Opening
  readonly givesNumbers: boolean
  /** Days, YYYY-MM-DD, on which it is there, from today on. */
  readonly nextDays: readonly string[]
  readonly isCentralUp: boolean
  readonly hasBlanks: boolean
  readonly note: string
  /** When an officer last said so; null: nobody has. */
  readonly saidAt: string | null
}
/** `at`: "15:00", the time of day in the region at which this changes. */
export type Opening = {
  readonly type: 'open' | 'break' | 'before' | 'after' | 'closed'
  readonly at: string | null
  readonly reason: string | null
}
/** GET /api/regions/:region/agencies */
export type AgenciesResponse = { readonly agencies: readonly AgencyStateView[] }
/** GET /api/regions/:region/groups/:group/slots?day=YYYY-MM-DD */
export type SlotsResponse = { readonly day: string; readonly slots: readonly { readonly at: string; readonly free: number }[] }
/** POST /api/officer/tickets/:ticket/ACTION; `recall`, `serve`, `finish` and `skip` have no body. */
export type CallRequest = { readonly reason: CallReason }
export type ParkRequest = { readonly room: string }
export type TransferRequest = { readonly to: TransferTarget }
export type PrioritiseRequest = { readonly priority: PriorityReason }
export type NoteRequest = { readonly text: string }
/** POST /api/officer/counters/:counter/next: what becomes of the ticket in hand first; left out: there is none. */
export type NextRequest = { readonly after?: { readonly type: 'finish' | 'skip' } | { readonly type: 'park'; readonly room: string } }
/** POST /api/officer/counters/:counter/pause (null: go on), /close */
export type PauseRequest = { readonly reason: string | null }
/** POST /api/officer/lines/:group/close; /open has no body. */
export type CloseLineRequest = { readonly reason: string; readonly until: string | null }
/** PUT /api/officer/agency */
export type AgencyStateRequest = { readonly isCentralUp: boolean; readonly hasBlanks: boolean; readonly note: string }
/** POST /api/officer/lines/:group/rebook: everybody who waits or has booked gets a place on another day. */
export type RebookRequest = { readonly reason: string; readonly day: string }
export type RebookResponse = { readonly moved: number; readonly left: number }
/** POST /api/officer/emergency: colleagues of the region are told at once. */
export type EmergencyRequest = { readonly text: string }
/** POST /api/kiosk/tickets; headers `X-Kiosk-Key` and `Idempotency-Key`. */
export type KioskRequest = Pick<TicketRequest, 'region' | 'group' | 'service' | 'route' | 'priority'>
/** `code` opens the ticket at `/tiket/CODE`, and is the only key to it. GET /api/kiosk/tickets/:code answers it again. */
export type KioskTicket = { readonly ticket: TicketView; readonly code: string }
/** GET /api/officer/kiosk: the address that pairs a kiosk. */
export type KioskPairing = { readonly path: string }
/** GET /api/regions/:region/proof/:day */
export type ProofDays = { readonly day: string; readonly lines: readonly { readonly group: string; readonly events: number }[] }
/** GET /api/officer/statistics?day=YYYY-MM-DD (CSV: /api/officer/statistics.csv) */
export type StatisticsResponse = {
  readonly day: string
  readonly whole: VisitFigures
  readonly byService: readonly VisitFigures[]
  readonly byCounter: readonly VisitFigures[]
  readonly byHour: readonly VisitFigures[]
  readonly byChannel: readonly VisitFigures[]
  /** Minutes that counters were planned to be open, and in which they had somebody in hand. */
  readonly plannedMinutes: number
  readonly usedMinutes: number
}
export type VisitFigures = {
  readonly key: string
  readonly count: number
  readonly served: number
  readonly noShow: number
  readonly waitMedianMs: number | null
  readonly waitP90Ms: number | null
  readonly serviceMedianMs: number | null
  readonly serviceP90Ms: number | null
}
export type OfficerTicket = {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly service: string | null
  readonly state: TicketState
  readonly issuedAt: string
  readonly calledAt: string | null
  readonly servedAt: string | null
  /** How often it was called, recalls included. */
  readonly calls: number
  readonly channel: Channel
  readonly priority: PriorityReason | null
  /** At the mall, or said lately that they are ready. */
  readonly isReady: boolean
  readonly room: string | null
  readonly slotAt: string | null
  /** Services that come after this one. */
  readonly route: readonly Stop[]
  readonly notes: readonly { readonly at: string; readonly text: string }[]
  /** Without an account, from a kiosk: the three below say nothing. */
  readonly isGuest: boolean
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
