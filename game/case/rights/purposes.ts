import type { Localized } from '../standard/localized.ts'

/** What somebody agrees to: shown by itself, in everyday words, and kept word by word under its version. */
export type Purpose = {
  /** Of the words below; other words are another version. */
  readonly version: string
  readonly name: Localized
  readonly words: Localized
  /** What stops when it is withdrawn. */
  readonly stops: Localized
}

/** The purposes for which an agreement is asked. What a law makes the agency's duty needs none, and is not asked. */
export const purposes = {
  'case-papers': {
    version: 'kasus-1',
    name: { id: 'Berkas untuk satu permohonan', en: 'Papers for one application' },
    words: {
      id: 'Saya setuju berkas yang saya centang dipakai untuk permohonan ini saja, dan dibaca hanya oleh petugas instansinya.',
      en: 'I agree that the papers I have ticked are used for this application only, and read by the officers of its agency alone.',
    },
    stops: {
      id: 'Permohonan yang belum diputus ditarik, dan petugas tidak dapat membuka berkasnya lagi.',
      en: 'An application that is not decided is withdrawn, and officers cannot open its papers any more.',
    },
  },
  notices: {
    version: 'kabar-1',
    name: { id: 'Pemberitahuan di luar Balai', en: 'Notices outside Balai' },
    words: {
      id: 'Saya setuju diberi tahu lewat cara yang saya pilih. Isinya tidak menyebut nama, nomor, atau layanan saya.',
      en: 'I agree to be told by the ways I chose. The messages do not name me, my number or my service.',
    },
    stops: {
      id: 'Tidak ada lagi yang dikirim; nomor peramban dan surel Anda dihapus.',
      en: 'Nothing is sent any more; your browsers and e-mail address are deleted.',
    },
  },
} as const satisfies Readonly<Record<string, Purpose>>
export type PurposeSlug = keyof typeof purposes

export function isPurpose(text: string): text is PurposeSlug {
  return Object.hasOwn(purposes, text)
}

/** The words as they are hashed into a record of consent: both languages, so that it is proved which sentence was agreed to. */
export function consentText(purpose: PurposeSlug): string {
  const { version, words } = purposes[purpose]
  return `${version}\n${words.id}\n${words.en}`
}
