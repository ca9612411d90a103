import type { Localized } from '../standard/localized.ts'

const namePattern = /^(nama|nama lengkap|nama pemohon|nama pemilik|name|full name)$/i
const mostInitials = 4

/** "Budi Santoso" → "B. S.": what a stranger may see of the first line that is a name; null where none is. */
export function holderInitials(lines: readonly { readonly label: string; readonly text: string }[]): string | null {
  const name = lines.find(({ label }) => namePattern.test(label.trim()))?.text ?? ''
  const words = name.split(/[\s.,'-]+/u).filter((word) => /^\p{L}/u.test(word))
  const initials = words.slice(0, mostInitials).map((word) => `${[...word][0].toUpperCase()}.`)
  return initials.length === 0 ? null : initials.join(' ')
}

/**
 * What a document says of its signature. A plain QR is no certified electronic signature (PP 71/2019 article 60).
 * @param provider who certifies, "BSrE"; null: nobody does, and the document says so
 */
export function signatureNotice(provider: string | null): Localized {
  if (provider === null)
    return {
      id: 'Dokumen ini TIDAK memuat tanda tangan elektronik tersertifikasi. Kode QR hanya membuka halaman pemeriksaan keasliannya.',
      en: 'This document carries NO certified electronic signature. The QR code only opens the page where it can be checked.',
    }
  return {
    id: `Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik dari ${provider}.`,
    en: `This document is signed electronically with a certificate of ${provider}.`,
  }
}
