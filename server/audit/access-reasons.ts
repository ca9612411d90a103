import type { Localized } from '../../game/case/index.ts'

/**
 * What the system itself writes as the reason of an access, with its English. The chain keeps the Indonesian, which its hashes are over; a reason is put into the
 * reader's language only where a citizen is shown it.
 */
const english = new Map(
  Object.entries({
    'membuka permohonan': 'opened the application',
    'mengambil permohonan untuk diperiksa': 'took the application to check it',
    'melepas permohonan': 'let go of the application',
    'memeriksa kelengkapan berkas': 'checked whether the papers are complete',
    'mengembalikan untuk diperbaiki': 'sent it back to be put right',
    'menerima berkas': 'accepted the papers',
    'menyelesaikan satu langkah': 'finished a step',
    'memutuskan permohonan': 'decided the application',
    'menolak permohonan': 'rejected the application',
    'mencatat percakapan': 'noted a talk',
    'meneruskan ke atasan': 'passed it on to a superior',
    'membaca isian permohonan': 'read the answers of the application',
    'memeriksa berkas permohonan': 'checked a paper of the application',
    'tarif resmi': 'official tariff',
    'memeriksa apakah biaya sudah lunas': 'looked whether the fee is paid',
    rekonsiliasi: 'reconciled the payments',
    'dokumen diterbitkan': 'the document was issued',
    'mencari dokumen untuk diserahkan': 'looked the document up to hand it over',
    'diserahkan: desk': 'handed it over at the counter',
    'diserahkan: drive-thru': 'handed it over at the drive-thru',
    'diserahkan: mini-mall': 'handed it over at the Mini MPP',
    'menangani pengaduan': 'handled the complaint',
    'permintaan atas data': 'read a request about your data',
    'menjawab permintaan atas data': 'answered a request about your data',
  }),
)
/** Those that the chain has in words of the programme. */
const indonesian = new Map(
  Object.entries({
    'diserahkan: desk': 'menyerahkan dokumen di loket',
    'diserahkan: drive-thru': 'menyerahkan dokumen tanpa turun (drive-thru)',
    'diserahkan: mini-mall': 'menyerahkan dokumen di Mini MPP',
  }),
)
/** All of them, as the chain has them. */
export const systemReasons: readonly string[] = [...english.keys()]
/** Reasons that carry a name: of a payment's provider. */
const notice = /^pemberitahuan (.+)$/

/** A reason in both languages. What an officer typed, and a number, stay as they are written. */
export function accessReason(why: string): Localized {
  const [, provider] = notice.exec(why) ?? []
  if (provider !== undefined) return { id: why, en: `notice of ${provider}` }
  return { id: indonesian.get(why) ?? why, en: english.get(why) ?? why }
}
