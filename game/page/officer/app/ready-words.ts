/**
 * Words that an officer picks instead of typing. They are read by the public (a pause, a closed line, a room) or by colleagues, whatever
 * language this officer reads: so they are sent in Indonesian, and only shown translated (`officer.words.SLUG`).
 */
export const readyWords = {
  pause: [
    { slug: 'break', sent: 'Istirahat' },
    { slug: 'prayer', sent: 'Salat' },
    { slug: 'fetch-papers', sent: 'Mengambil berkas' },
    { slug: 'system-down', sent: 'Gangguan sistem' },
  ],
  room: [
    { slug: 'waiting-room', sent: 'Ruang tunggu' },
    { slug: 'biometrics', sent: 'Ruang foto dan sidik jari' },
    { slug: 'copies', sent: 'Tempat fotokopi' },
    { slug: 'nursing', sent: 'Ruang laktasi' },
  ],
  'close-line': [
    { slug: 'quota', sent: 'Kuota hari ini habis' },
    { slug: 'central-down', sent: 'Server pusat terputus' },
    { slug: 'no-blanks', sent: 'Blangko habis' },
    { slug: 'no-officer', sent: 'Petugas berhalangan' },
  ],
  rebook: [
    { slug: 'central-down', sent: 'Server pusat terputus' },
    { slug: 'no-blanks', sent: 'Blangko habis' },
    { slug: 'early-closing', sent: 'Tutup lebih awal' },
  ],
  emergency: [
    { slug: 'medical', sent: 'Butuh pertolongan medis' },
    { slug: 'security', sent: 'Butuh bantuan keamanan' },
    { slug: 'fire', sent: 'Kebakaran atau evakuasi' },
    { slug: 'supervisor', sent: 'Butuh atasan di loket' },
  ],
} as const
export type ReadyWords = keyof typeof readyWords
