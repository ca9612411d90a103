/*
 * How a paper comes in, in two steps, each of which may be repeated as often as the line breaks.
 *
 * 1. The bytes, by tus 1.0.0 (https://tus.io/protocols/resumable-upload) at `paperUploadPath`: POST with `Upload-Length` makes an upload, PATCH sends
 *    from the offset that HEAD answers. Metadata (`Upload-Metadata`) is not read: neither a file's name nor the type that it claims counts.
 *    An upload belongs to the citizen who made it; for everybody else it is not there. The last part of `Location` is its id.
 * 2. What it is: `POST /api/papers` with that id. The bytes are checked, written anew, scanned, encrypted and kept. The same id asked again gets the same
 *    answer, paper or refusal, so a request whose answer was lost is simply sent again.
 *
 * A paper is kept until its owner erases it, and is used in a case by its id, as often as its owner consents.
 */
export const paperUploadPath = '/api/uploads'

/** POST /api/papers */
export type PaperRequest = {
  /** The id of a whole upload. */
  readonly upload: string
  /** The kind of paper, as in `Requirement.paper`: `ktp-el`, `kk`. */
  readonly kind: string
  readonly region: string
  /** YYYY-MM-DD; null: it does not end, or nobody said. */
  readonly expiresOn: string | null
}
/** 201 of POST /api/papers. */
export type PaperView = {
  readonly id: string
  readonly kind: string
  readonly region: string
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf'
  /** Of the file that is kept, which is written anew from what was sent. */
  readonly bytes: number
  readonly pages: number
  /** SHA-256, hexadecimal: of what was sent, and of what is kept. */
  readonly sentSha256: string
  readonly sha256: string
  /** `not-scanned`: this install has no virus scanner. */
  readonly scan: 'clean' | 'not-scanned'
  readonly expiresOn: string | null
  /** ISO 8601. */
  readonly createdAt: string
}
/** GET /api/papers: mine, newest first, without what the server made itself. DELETE /api/papers/:paper erases one that no case has used. */
export type PapersResponse = {
  readonly papers: readonly PaperView[]
  readonly limits: PaperLimitsView
}
/** What is refused, said before anything is sent. */
export type PaperLimitsView = {
  readonly mostBytes: number
  readonly mostPages: number
  readonly mostMegapixels: number
}

/** Refusals of papers: rows of `apiErrors`. Each sentence ends in what can be done. */
export const paperRefusals = {
  'unknown-paper': { status: 404, id: 'Berkas ini tidak ada.', en: 'There is no such paper.' },
  'unknown-upload': {
    status: 404,
    id: 'Kiriman berkas ini tidak ada atau sudah terlalu lama. Kirim ulang berkasnya.',
    en: 'This upload is not there or took too long. Send the file again.',
  },
  'upload-unfinished': {
    status: 409,
    id: 'Berkas belum terkirim seluruhnya: {received} dari {expected} byte. Lanjutkan pengiriman.',
    en: 'The file has not arrived whole: {received} of {expected} bytes. Continue sending.',
  },
  'upload-quota': {
    status: 429,
    id: 'Paling banyak {limit} kiriman yang belum selesai sekaligus. Selesaikan atau batalkan salah satu.',
    en: 'At most {limit} unfinished uploads at a time. Finish or cancel one.',
  },
  'paper-quota': {
    status: 409,
    id: 'Tempat berkas Anda penuh ({limit}). Hapus berkas yang tidak dipakai lagi.',
    en: 'Your room for papers is full ({limit}). Erase papers that you no longer need.',
  },
  'paper-in-use': {
    status: 409,
    id: 'Berkas ini dipakai dalam permohonan, jadi belum dapat dihapus.',
    en: 'This paper is used in a case, so it cannot be erased yet.',
  },
  'paper-too-large': {
    status: 413,
    id: 'Berkas terlalu besar: paling banyak {limit}. Foto ulang dengan ukuran lebih kecil.',
    en: 'The file is too large: at most {limit}. Take the photograph again at a smaller size.',
  },
  'paper-empty': {
    status: 422,
    id: 'Berkas ini kosong. Pilih berkas lain atau foto ulang.',
    en: 'This file is empty. Choose another or photograph it again.',
  },
  'paper-type': {
    status: 422,
    id: 'Jenis berkas ini tidak diterima. Kirim foto (JPEG atau PNG) atau PDF.',
    en: 'This kind of file is not taken. Send a photograph (JPEG or PNG) or a PDF.',
  },
  'paper-broken': {
    status: 422,
    id: 'Berkas ini rusak atau tidak lengkap dan tidak dapat dibuka. Foto ulang lembarnya, atau simpan ulang sebagai PDF.',
    en: 'This file is damaged or incomplete and cannot be opened. Photograph the sheet again, or save it as a PDF again.',
  },
  'paper-two-in-one': {
    status: 422,
    id: 'Ada isi lain yang diselipkan di berkas ini. Foto ulang lembarnya, atau cetak ulang menjadi PDF.',
    en: 'Something else is hidden in this file. Photograph the sheet again, or print it to a new PDF.',
  },
  'paper-pixels': {
    status: 422,
    id: 'Foto terlalu besar: {megapixels} megapiksel, paling banyak {limit}. Foto ulang dengan ukuran lebih kecil.',
    en: 'The picture is too large: {megapixels} megapixels, at most {limit}. Take it again at a smaller size.',
  },
  'paper-pages': {
    status: 422,
    id: 'PDF ini {pages} halaman; paling banyak {limit}. Kirim hanya halaman yang diminta.',
    en: 'This PDF has {pages} pages; at most {limit}. Send only the pages that are asked for.',
  },
  'paper-encrypted': {
    status: 422,
    id: 'PDF ini terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim lagi.',
    en: 'This PDF is locked by a password. Save a copy without one and send that.',
  },
  'paper-active': {
    status: 422,
    id: 'PDF ini berisi tombol, tautan, atau program ({what}). Cetak ulang menjadi PDF biasa, atau foto lembarnya.',
    en: 'This PDF holds buttons, links or programs ({what}). Print it to a plain PDF, or photograph the sheet.',
  },
  'paper-embedded': {
    status: 422,
    id: 'PDF ini berisi berkas lain di dalamnya. Kirim berkas itu satu per satu.',
    en: 'This PDF has other files inside. Send those one by one.',
  },
  'paper-filter': {
    status: 422,
    id: 'PDF ini memakai cara simpan gambar yang tidak diterima ({filter}). Simpan ulang sebagai PDF biasa, atau foto lembarnya.',
    en: 'This PDF stores pictures in a way that is not taken ({filter}). Save it as a plain PDF, or photograph the sheet.',
  },
  'paper-bomb': {
    status: 422,
    id: 'Isi berkas ini mengembang terlalu besar saat dibuka. Foto ulang lembarnya.',
    en: 'This file grows too large when it is opened. Photograph the sheet again.',
  },
  'paper-slow': {
    status: 422,
    id: 'Berkas ini terlalu rumit untuk diperiksa. Foto lembarnya satu per satu.',
    en: 'This file is too complicated to check. Photograph its sheets one by one.',
  },
  'paper-virus': {
    status: 422,
    id: 'Pemindai menemukan virus di berkas ini ({name}). Jangan buka berkas itu; foto lembar aslinya.',
    en: 'The scanner found a virus in this file ({name}). Do not open it; photograph the original sheet.',
  },
  'scanner-unavailable': {
    status: 503,
    id: 'Pemeriksa virus sedang tidak menjawab. Berkas Anda sudah terkirim; coba lagi beberapa menit lagi.',
    en: 'The virus scanner does not answer. Your file has arrived; try again in a few minutes.',
  },
  'papers-busy': {
    status: 503,
    id: 'Pemeriksa berkas sedang penuh. Berkas Anda sudah terkirim; coba lagi sebentar lagi.',
    en: 'Papers are being checked for many at once. Your file has arrived; try again shortly.',
  },
} as const
