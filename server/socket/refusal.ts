import { CodedError } from '@balai/engine/core'
import type { ServiceEvent } from '../../game/api/index.ts'
import { contactErrors, type ContactErrorCode } from '../../game/contact/index.ts'
import { apiCodeOf, apiErrorAnswer, type Language } from '../http/index.ts'

type Refused = Extract<ServiceEvent, { type: 'refused' }>

/** What people read when a talk refuses something. */
const contactSentences: Readonly<Record<ContactErrorCode, Readonly<Record<Language, string>>>> = {
  'no-contact': { id: 'Panggilan ini sudah tidak ada.', en: 'This call is no longer there.' },
  'not-yours': { id: 'Percakapan ini milik orang lain.', en: 'This conversation belongs to somebody else.' },
  'wrong-state': { id: 'Percakapan ini sudah berakhir atau belum dimulai.', en: 'This conversation has ended or has not begun.' },
  'wrong-role': { id: 'Itu dilakukan oleh pihak lain.', en: 'The other side does that.' },
  'still-open': { id: 'Selesaikan dahulu percakapan sebelumnya.', en: 'End the conversation before this one first.' },
}

/** A refusal as the page hears of it, or null for a fault of our own. */
export function refusalOf(error: unknown, language: Language): Refused | null {
  if (error instanceof CodedError && Object.hasOwn(contactErrors, error.code)) {
    return { type: 'refused', code: error.code, message: contactSentences[error.code as ContactErrorCode][language] }
  }
  const known = apiCodeOf(error)
  if (known === null) return null
  const { body } = apiErrorAnswer(known.code, language, known.details)
  return { type: 'refused', code: known.code, message: body.error.message }
}
