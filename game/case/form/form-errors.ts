import type { Localized } from '../standard/localized.ts'

/** Why an answer cannot be taken, with the remedy, for who fills in the form. `{name}` is filled from `details`. */
export const fieldErrors = {
  missing: { id: 'Bagian ini perlu diisi.', en: 'Please fill this in.' },
  'unknown-field': {
    id: 'Bagian “{field}” tidak ada di formulir ini. Muat ulang formulirnya.',
    en: 'This form has no field “{field}”. Load the form again.',
  },
  'not-text': { id: 'Tulis jawabannya dengan huruf.', en: 'Write the answer as text.' },
  'not-a-number': { id: 'Tulis dengan angka bulat, tanpa titik atau koma.', en: 'Write a whole number, without points or commas.' },
  'not-yes-or-no': { id: 'Pilih ya atau tidak.', en: 'Choose yes or no.' },
  'not-a-choice': { id: 'Pilih salah satu yang tersedia.', en: 'Choose one of those offered.' },
  'too-short': { id: 'Terlalu pendek: paling sedikit {least} huruf.', en: 'Too short: at least {least} characters.' },
  'too-long': { id: 'Terlalu panjang: paling banyak {most} huruf.', en: 'Too long: at most {most} characters.' },
  pattern: {
    id: 'Bentuknya belum sesuai. Lihat contoh di bawah pertanyaan.',
    en: 'This is not in the right form. See the example below the question.',
  },
  'too-small': { id: 'Paling sedikit {least}.', en: 'At least {least}.' },
  'too-large': { id: 'Paling banyak {most}.', en: 'At most {most}.' },
  'not-a-day': { id: 'Tanggal ini tidak ada. Periksa hari dan bulannya.', en: 'There is no such date. Check the day and the month.' },
  'after-today': { id: 'Tanggal ini belum terjadi. Periksa tahunnya.', en: 'This date has not come yet. Check the year.' },
  'before-today': { id: 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.', en: 'This date is over. Choose today or later.' },
  'not-a-nik': {
    id: 'NIK terdiri dari 16 angka, dan angka ke-7 sampai 12 adalah tanggal lahir. Periksa kembali kartunya.',
    en: 'A NIK has 16 digits, and digits 7 to 12 are a date of birth. Please check the card.',
  },
  'not-a-phone': { id: 'Nomor telepon belum sesuai. Contoh: 0812 3456 7890.', en: 'This is no telephone number. Example: 0812 3456 7890.' },
  'not-an-email': { id: 'Alamat surel belum sesuai. Contoh: nama@contoh.id.', en: 'This is no e-mail address. Example: name@example.id.' },
} as const satisfies Readonly<Record<string, Localized>>
export type FieldErrorCode = keyof typeof fieldErrors

/** What should be looked at again, and hinders nothing: a NIK never changes, other data do. */
export const fieldWarnings = {
  'nik-birth': {
    id: 'Tanggal lahir berbeda dengan yang tertulis di NIK. Periksa lagi; bila memang begitu, lanjutkan saja.',
    en: 'The date of birth differs from the one in the NIK. Please check; if it is right, simply go on.',
  },
  'nik-sex': {
    id: 'Jenis kelamin berbeda dengan yang tertulis di NIK. Periksa lagi; bila memang begitu, lanjutkan saja.',
    en: 'The sex differs from the one in the NIK. Please check; if it is right, simply go on.',
  },
} as const satisfies Readonly<Record<string, Localized>>
export type FieldWarningCode = keyof typeof fieldWarnings

/** `details` fill the sentence; they never hold what was answered. */
export type FieldError = {
  readonly field: string
  readonly code: FieldErrorCode
  readonly details: Readonly<Record<string, string | number>>
}
export type FieldWarning = { readonly field: string; readonly code: FieldWarningCode }
