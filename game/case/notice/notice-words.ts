import type { Localized } from '../standard/localized.ts'

/** What somebody is told of once. `{name}` is filled from the notice's values. */
export type NoticeRow = {
  readonly title: Localized
  readonly text: Localized
  /**
   * What may be read on a locked telephone by whoever holds it: no number, no name, no service. null: it stands in the list only.
   */
  readonly outside: Localized | null
  /** Waits for no morning, and is worth nothing later. */
  readonly isUrgent: boolean
}

const row = (
  title: readonly [id: string, en: string],
  text: readonly [id: string, en: string],
  outside: readonly [id: string, en: string] | null,
  isUrgent = false,
): NoticeRow => ({ title: words(title), text: words(text), outside: outside === null ? null : words(outside), isUrgent })
const words = ([id, en]: readonly [id: string, en: string]): Localized => ({ id, en })

const aboutCase = [
  'Ada kabar tentang permohonan Anda. Buka Balai untuk melihatnya.',
  'There is news of your application. Open Balai to see it.',
] as const
const yourTurn = ['Ada yang menunggu jawaban Anda di Balai.', 'Something waits for your answer in Balai.'] as const

/** Everything that people are told, in both languages. Closed: what is not here is not told. */
export const noticeWords = {
  'ticket.ready-asked': row(
    ['Giliran Anda sebentar lagi', 'Your turn is near'],
    [
      'Nomor {number} hampir dipanggil. Buka Balai dan tekan "Saya siap".',
      'Number {number} is about to be called. Open Balai and press "I am ready".',
    ],
    ['Giliran Anda sebentar lagi. Buka Balai dan katakan Anda siap.', 'Your turn is near. Open Balai and say that you are ready.'],
    true,
  ),
  'ticket.called': row(
    ['Anda dipanggil', 'You are called'],
    ['Nomor {number} dipanggil sekarang.', 'Number {number} is called now.'],
    ['Nomor Anda dipanggil sekarang. Buka Balai.', 'Your number is called now. Open Balai.'],
    true,
  ),
  'ticket.skipped': row(
    ['Nomor Anda dilewati', 'Your number was skipped'],
    [
      'Nomor {number} dilewati. Anda masih dapat bergabung lagi dari Balai.',
      'Number {number} was skipped. You can still rejoin from Balai.',
    ],
    ['Nomor Anda dilewati. Anda masih dapat bergabung lagi.', 'Your number was skipped. You can still rejoin.'],
    true,
  ),
  'ticket.rebooked': row(
    ['Janji Anda dipindah', 'Your booking was moved'],
    ['Janji Anda dipindah ke {day}. Lihat jamnya di Balai.', 'Your booking was moved to {day}. See its time in Balai.'],
    ['Janji Anda dipindah ke hari lain. Buka Balai untuk melihatnya.', 'Your booking was moved to another day. Open Balai to see it.'],
  ),
  'ticket.expired': row(
    ['Antrean hari itu sudah tutup', 'That day is over'],
    [
      'Nomor {number} tidak sempat dilayani. Silakan ambil nomor atau janji baru.',
      'Number {number} could not be served. Please take a new number or booking.',
    ],
    null,
  ),
  'ticket.finished': row(
    ['Selesai. Bagaimana layanannya?', 'Done. How was it?'],
    [
      'Nomor {number} selesai. Beri nilai dalam satu menit; petugas tidak melihat jawaban Anda.',
      'Number {number} is done. Rate it in a minute; the officer does not see your answers.',
    ],
    null,
  ),
  'case.submitted': row(
    ['Permohonan diterima', 'Application received'],
    ['Permohonan {number} sudah kami terima.', 'We have received application {number}.'],
    null,
  ),
  'case.returned': row(
    ['Ada yang perlu diperbaiki', 'Something needs your correction'],
    [
      'Permohonan {number} dikembalikan. Yang perlu diperbaiki ditandai satu per satu.',
      'Application {number} came back. What needs correcting is marked one by one.',
    ],
    yourTurn,
  ),
  'case.accepted': row(
    ['Permohonan mulai dikerjakan', 'Work on your application has begun'],
    ['Berkas permohonan {number} lengkap.', 'The papers of application {number} are complete.'],
    aboutCase,
  ),
  'case.fee-opened': row(
    ['Ada biaya resmi yang perlu dibayar', 'An official fee is due'],
    [
      'Permohonan {number} menunggu pembayaran biaya resmi. Bayar hanya lewat cara yang tertulis di Balai.',
      'Application {number} waits for its official fee. Pay only by the ways written in Balai.',
    ],
    yourTurn,
  ),
  'case.rejected': row(
    ['Permohonan tidak dapat dikabulkan', 'The application was refused'],
    [
      'Permohonan {number} ditolak. Alasan dan cara keberatan ada di Balai.',
      'Application {number} was refused. The reason and how to appeal are in Balai.',
    ],
    aboutCase,
  ),
  'case.issued': row(
    ['Dokumen Anda sudah terbit', 'Your document is ready'],
    ['Hasil permohonan {number} sudah terbit.', 'The product of application {number} is ready.'],
    aboutCase,
  ),
  'case.collected': row(
    ['Dokumen sudah diambil', 'The document was handed over'],
    [
      'Hasil permohonan {number} sudah diambil. Bukan Anda? Adukan lewat Balai.',
      'The product of application {number} was handed over. Not you? Complain in Balai.',
    ],
    ['Dokumen Anda tercatat sudah diambil. Bukan Anda? Buka Balai.', 'Your document was recorded as handed over. Not you? Open Balai.'],
  ),
  'case.escalated': row(
    ['Permohonan Anda terlambat', 'Your application is late'],
    [
      'Permohonan {number} lewat dari waktunya dan diteruskan ke atasan.',
      'Application {number} is overdue and was passed on to the next in charge.',
    ],
    null,
  ),
  'case.withdrawn': row(
    ['Permohonan ditarik', 'Application withdrawn'],
    ['Permohonan {number} sudah ditarik atas permintaan Anda.', 'Application {number} was withdrawn as you asked.'],
    null,
  ),
  'payment.paid': row(
    ['Pembayaran diterima', 'Payment received'],
    [
      'Biaya resmi permohonan Anda sudah diterima. Tanda terimanya ada di Balai.',
      'The official fee of your application was received. Its receipt is in Balai.',
    ],
    null,
  ),
  'payment.refunded': row(
    ['Uang Anda dikembalikan', 'Your money is returned'],
    ['Biaya resmi permohonan Anda dikembalikan.', 'The official fee of your application was returned.'],
    aboutCase,
  ),
  'complaint.in-hand': row(
    ['Pengaduan sedang ditangani', 'Your complaint is in hand'],
    ['Pengaduan {number} sudah ada yang menangani.', 'Somebody has taken complaint {number} in hand.'],
    null,
  ),
  'complaint.answered': row(
    ['Pengaduan Anda dijawab', 'Your complaint was answered'],
    [
      'Pengaduan {number} sudah dijawab. Anda dapat menilai jawabannya, atau membukanya lagi.',
      'Complaint {number} was answered. You can rate the answer or open it again.',
    ],
    ['Ada jawaban untuk Anda di Balai.', 'There is an answer for you in Balai.'],
  ),
  'consent.withdrawn': row(
    ['Persetujuan ditarik', 'Consent withdrawn'],
    ['Pemrosesan dengan persetujuan itu dihentikan.', 'What was done under that consent has stopped.'],
    null,
  ),
  'request.answered': row(
    ['Permintaan atas data Anda dijawab', 'Your request about your data was answered'],
    ['Lihat jawabannya di halaman Data Saya.', 'See the answer on the page My data.'],
    ['Ada jawaban untuk Anda di Balai.', 'There is an answer for you in Balai.'],
  ),
  'breach.notified': row(
    ['Pemberitahuan kegagalan pelindungan data', 'Notice of a breach of data protection'],
    [
      'Data Anda termasuk yang terkena. Yang terkena, kapan, bagaimana, dan langkah kami ada di halaman Data Saya.',
      'Your data is among what was affected. What, when, how and what we do is on the page My data.',
    ],
    ['Ada pemberitahuan penting tentang data Anda. Buka Balai.', 'There is an important notice about your data. Open Balai.'],
  ),
} as const satisfies Readonly<Record<string, NoticeRow>>
export type NoticeKey = keyof typeof noticeWords

/** What a thing's event is told as; null: nobody is told. */
export function noticeAt(kind: 'ticket' | 'case' | 'payment' | 'complaint', event: string): NoticeKey | null {
  const key = `${kind}.${event}`
  return Object.hasOwn(noticeWords, key) ? (key as NoticeKey) : null
}

/** A notice's sentence; what has no value is shown as a dash. */
export function fillNotice(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => (Object.hasOwn(values, name) ? values[name] : '–'))
}
