import { createHash, hkdfSync } from 'node:crypto'
import { sign } from '../identity/index.ts'

/** Ids, codes and numbers of what people send. All follow from the install's key, so that a repeated request is answered alike and no code has to be kept. */
export type VoiceKeys = {
  /** The id of what this sender sent under this key. */
  idOf(...parts: readonly string[]): string
  /** What opens it, in groups of four: `K7M2-9QXA-3TVB`. */
  codeOf(id: string): string
  /** Kept in place of the code. */
  codeHashOf(code: string): string
  /** To say on the telephone: `P-7QF3-2M`. */
  numberOf(letter: string, id: string): string
}

/** Without 0, 1, I, L, O and U: nothing that is mistaken for something else when it is read aloud. 30¹² codes. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const mostByte = 256 - (256 % alphabet.length)

export function createVoiceKeys(secret: Uint8Array): VoiceKeys {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'balai/voice', 32))
  const letters = (use: string, count: number): string => {
    let text = ''
    for (let round = 0; text.length < count; round++) {
      for (const byte of Buffer.from(sign(key, `${use}/${round}`), 'hex')) {
        if (byte < mostByte && text.length < count) text += alphabet[byte % alphabet.length]
      }
    }
    return text
  }
  return {
    idOf: (...parts) => sign(key, JSON.stringify(parts), 'base64url').slice(0, 22),
    codeOf: (id) => letters(`code/${id}`, 12).replace(/(.{4})(?=.)/g, '$1-'),
    codeHashOf: (code) => sign(key, `hash/${code.toUpperCase().replaceAll(/[\s-]/g, '')}`, 'base64url'),
    numberOf: (letter, id) => `${letter}-${letters(`number/${id}`, 6).replace(/^(.{4})/, '$1-')}`,
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
