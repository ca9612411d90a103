/** Refusals of the administrator's routes: rows of `apiErrors`. */
export const adminRefusals = {
  'hours-invalid': {
    status: 422,
    id: 'Jam buka belum benar ({code}). Tiap bagian berakhir sesudah mulai, tidak bertumpuk; tiap hari khusus punya alasan dan hanya sekali.',
    en: 'These hours cannot be kept ({code}). Each span ends after it begins and none overlap; each special day has a reason and stands once.',
  },
  'policy-invalid': {
    status: 422,
    id: 'Nilai {name} harus bilangan bulat dari {least} sampai {most}.',
    en: '{name} must be a whole number from {least} to {most}.',
  },
  'unknown-room': { status: 404, id: 'Ruang {room} tidak ada di denah wilayah ini.', en: "There is no room {room} in this region's plan." },
  'unknown-agency': { status: 404, id: 'Instansi {agency} tidak ada di wilayah ini.', en: 'There is no agency {agency} in this region.' },
  'username-taken': {
    status: 409,
    id: 'Nama pengguna {username} sudah dipakai. Pilih yang lain.',
    en: 'The user name {username} is taken. Choose another.',
  },
  'username-invalid': {
    status: 422,
    id: 'Nama pengguna 3 sampai 32 huruf kecil, angka, titik, atau tanda hubung; diawali huruf.',
    en: 'A user name has 3 to 32 small letters, digits, dots or hyphens and begins with a letter.',
  },
  'password-elsewhere': {
    status: 409,
    id: 'Petugas ini masuk dengan akun daerah; kata sandinya diatur di sana.',
    en: "This officer signs in with the region's own account; the password is kept there.",
  },
  'password-short': {
    status: 422,
    id: 'Kata sandi paling sedikit {least} huruf. Kalimat pendek mudah diingat dan kuat.',
    en: 'A password has at least {least} characters. A short sentence is easy to remember and strong.',
  },
  'officer-ended': {
    status: 403,
    id: 'Akses akun petugas ini sudah diakhiri. Pengelola daerah dapat memberikannya kembali.',
    en: "This officer account's access was ended. The region's administrator can give it back.",
  },
  'officer-self': {
    status: 409,
    id: 'Akses sendiri tidak dapat diakhiri. Minta pengelola lain melakukannya.',
    en: 'You cannot end your own access. Ask another administrator to do it.',
  },
} as const
