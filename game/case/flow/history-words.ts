import type { CaseRole } from '../standard/standard.ts'
import type { Localized } from '../standard/localized.ts'
import type { CaseEvent } from './case-event.ts'

/** What an event says to the citizen, and who did it by role. Nobody is named. */
export function historyWords(event: CaseEvent): { readonly role: CaseRole | 'citizen' | 'system'; readonly words: Localized } {
  switch (event.type) {
    case 'submitted':
      return citizen('Permohonan dikirim', 'Application sent')
    case 'resubmitted':
      return citizen('Perbaikan dikirim', 'Corrections sent')
    case 'withdrawn':
      return citizen('Permohonan ditarik kembali', 'Application withdrawn')
    case 'taken':
      return { role: event.role, words: said('Dipegang petugas', 'An officer has it in hand') }
    case 'assigned':
      return { role: event.role, words: said('Diundi ke seorang petugas', 'Given to an officer by lot') }
    case 'released':
      return system('Menunggu petugas berikutnya', 'Waiting for the next officer')
    case 'checked':
      return { role: 'front', words: said('Kelengkapan berkas diperiksa', 'The papers are complete') }
    case 'accepted':
      return { role: 'verifier', words: said('Berkas diterima', 'The papers were accepted') }
    case 'started':
      return system('Mulai diproses', 'Processing has begun')
    case 'returned':
      return { role: event.role, words: said('Dikembalikan untuk diperbaiki', 'Sent back to be put right') }
    case 'step-done':
      return { role: event.role, words: said('Satu langkah selesai', 'A step was finished') }
    case 'decided':
      return { role: 'approver', words: said('Disetujui', 'Approved') }
    case 'rejected':
      return { role: 'approver', words: said('Ditolak, dengan alasan dan cara keberatan', 'Rejected, with the reason and how to object') }
    case 'escalated':
      return event.basis === 'overdue'
        ? system('Melewati batas waktu; diteruskan ke atasan', 'Past its time; passed on to a superior')
        : system('Diteruskan ke atasan', 'Passed on to a superior')
    case 'linked':
      return system('Percakapan dicatat pada permohonan ini', 'A talk was noted on this application')
    case 'fee-opened':
      return system('Tagihan biaya resmi dibuat', 'The official fee was asked for')
    case 'fee-settled':
      return system('Biaya resmi diterima', 'The official fee was received')
    case 'issued':
      return system('Dokumen terbit', 'The document was issued')
    case 'collected':
      return citizen('Dokumen diambil', 'The document was collected')
  }
}

const said = (id: string, en: string): Localized => ({ id, en })
const citizen = (id: string, en: string) => ({ role: 'citizen', words: said(id, en) }) as const
const system = (id: string, en: string) => ({ role: 'system', words: said(id, en) }) as const
