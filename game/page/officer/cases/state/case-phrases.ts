/**
 * Sentences that an officer picks instead of typing. A citizen reads them, whatever language this officer reads: so they are sent in Indonesian, and only
 * shown translated (`cases.words.SLUG`).
 */
export const casePhrases = {
  field: [
    { slug: 'as-on-card', sent: 'Tulis persis seperti di KTP-el atau Kartu Keluarga.' },
    { slug: 'not-as-paper', sent: 'Tidak sama dengan berkas yang dikirim. Periksa lagi.' },
    { slug: 'incomplete', sent: 'Belum lengkap. Tulis selengkapnya.' },
  ],
  paper: [
    { slug: 'blurred', sent: 'Fotonya buram. Ambil lagi di tempat terang, kamera tegak lurus.' },
    { slug: 'cut-off', sent: 'Ada bagian yang terpotong. Foto seluruh lembar, keempat sudutnya terlihat.' },
    { slug: 'expired', sent: 'Berkas ini sudah tidak berlaku. Kirim yang masih berlaku.' },
    { slug: 'other-paper', sent: 'Ini bukan berkas yang diminta. Kirim berkas yang sesuai.' },
    { slug: 'unsigned', sent: 'Belum ditandatangani. Tanda tangani, lalu foto lagi.' },
  ],
  reject: [
    { slug: 'not-entitled', sent: 'Syarat layanan ini tidak terpenuhi.' },
    { slug: 'issued-before', sent: 'Dokumen yang sama sudah terbit dan masih berlaku.' },
    { slug: 'not-true', sent: 'Isian tidak sesuai dengan data yang tercatat setelah dicocokkan.' },
  ],
  escalate: [
    { slug: 'needs-decision', sent: 'Perlu keputusan pejabat di atas.' },
    { slug: 'waiting-agency', sent: 'Menunggu jawaban instansi lain.' },
    { slug: 'too-many', sent: 'Tidak terkejar sebelum hari janji.' },
  ],
} as const
export type CasePhrases = keyof typeof casePhrases

/** UU 30/2014 article 77: an objection is made within 21 working days. Proposed, and to be changed by who rejects. */
export function usualAppeal(agency: string): string {
  return `Keberatan dapat diajukan tertulis kepada pimpinan ${agency} paling lambat 21 hari kerja sejak pemberitahuan ini (UU 30/2014 Pasal 77), atau lewat Pengaduan di Balai.`
}
