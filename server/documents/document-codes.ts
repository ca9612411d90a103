import { createHmac, hkdfSync } from 'node:crypto'
import { checkLetter, codeAlphabet, pickupCodeLength, verifyCodeLength } from '../../game/case/index.ts'

/** Codes that follow from a document and the install's secret: they can be shown again though only their hashes are kept. */
export type DocumentCodes = {
  /** Of the verification page. */
  verifyCodeOf(document: string): string
  /** For a counter or kiosk; each round has its own. */
  pickupCodeOf(document: string, round: number): string
  /** `DOK-261122-7QF32M`. @param day YYYY-MM-DD */
  numberOf(document: string, day: string): string
  /** Keyed hashes, as they are kept. */
  hashOf(what: 'verify' | 'pickup' | 'text', text: string): string
  /** Of a PIN, which is too short for a hash that is not bound to its document. */
  pinHashOf(document: string, pin: string): string
  /** Lets a kiosk fetch a document until then. */
  printSeal(document: string, untilMs: number): string
}

const numberLetters = 6
/** A letter is drawn from bytes below the largest multiple of the alphabet's length, so that all are equally likely. */
const mostByte = 256 - (256 % codeAlphabet.length)

export function createDocumentCodes(secret: Uint8Array): DocumentCodes {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'balai/document', 32))
  const hmac = (text: string): Buffer => createHmac('sha256', key).update(text).digest()

  function letters(about: string, length: number): string {
    let code = ''
    for (let round = 0; code.length < length; round++) {
      for (const byte of hmac(`letters/${round}/${about}`)) {
        if (byte < mostByte && code.length < length) code += codeAlphabet[byte % codeAlphabet.length]
      }
    }
    return code
  }
  return {
    verifyCodeOf(document) {
      const body = letters(`verify/${document}`, verifyCodeLength - 1)
      return body + checkLetter(body)
    },
    pickupCodeOf: (document, round) => letters(`pickup/${round}/${document}`, pickupCodeLength),
    numberOf: (document, day) => `DOK-${day.slice(2).replaceAll('-', '')}-${letters(`number/${document}`, numberLetters)}`,
    hashOf: (what, text) => hmac(`${what}/${text}`).toString('base64url'),
    printSeal: (document, untilMs) => hmac(`print/${document}/${untilMs}`).toString('base64url'),
    pinHashOf: (document, pin) => hmac(`pin/${document}/${pin}`).toString('base64url'),
  }
}
