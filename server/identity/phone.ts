import type { ApiErrorCode } from '../../game/api/index.ts'

export type PhoneCheck =
  /** `phone` as +628123456789, `masked` as `+62 812 •••• 6789`. */
  | { readonly ok: true; readonly phone: string; readonly masked: string }
  | { readonly ok: false; readonly code: ApiErrorCode; readonly details: Readonly<Record<string, unknown>> }

/**
 * Reads an Indonesian mobile number as people write it (0812…, 62812…, +62 812…, 812…), with spaces, dots, hyphens or brackets.
 * A mobile number is 8, a digit from 1 to 9, and 7 to 10 more.
 */
export function checkPhone(text: string): PhoneCheck {
  const compact = text.replace(/[\s().-]/g, '')
  const national = /^(?:\+?620?|0)?(8[1-9][0-9]{7,10})$/.exec(compact)?.[1]
  if (national === undefined) return { ok: false, code: 'phone-invalid', details: { phone: text.trim().slice(0, 24) } }
  const phone = `+62${national}`
  return { ok: true, phone, masked: maskPhone(phone) }
}

/** `+62 812 •••• 7890` of +6281234567890. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)} ${phone.slice(3, 6)} •••• ${phone.slice(-4)}`
}
