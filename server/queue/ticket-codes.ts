import { sign } from '../identity/index.ts'
import type { Store } from '../store/index.ts'

/** Codes of tickets that were taken without an account: what is printed below the number opens the ticket, and nothing else does. */
export type TicketCodes = {
  /** A code for a ticket; the same one however often it is asked for. Kept as a hash alone. */
  codeOf(ticket: string, region: string): Promise<string>
  /** The ticket of a code, with or without spaces and in any case; null when there is none. */
  find(code: string): Promise<string | null>
}

/** Without 0, 1, I, L, O and U: nothing that is mistaken for something else when it is read aloud. 30⁸ codes. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8
/** A letter is drawn from bytes below the largest multiple of the alphabet's length, so that all are equally likely. */
const mostByte = 256 - (256 % alphabet.length)

export function createTicketCodes(options: {
  store: Pick<Store, 'putCode' | 'findCode'>
  key: Uint8Array
  clock: () => number
}): TicketCodes {
  const { store, key, clock } = options
  const hashOf = (code: string): string => sign(key, `code/${code}`, 'base64url')
  return {
    async codeOf(ticket, region) {
      const code = codeFor(key, ticket)
      await store.putCode({ codeHash: hashOf(code), ticket, region, atMs: clock() })
      return code
    },
    async find(code) {
      const plain = code.toUpperCase().replaceAll(/[\s-]/g, '')
      if (plain.length !== codeLength) return null
      return (await store.findCode(hashOf(plain)))?.ticket ?? null
    },
  }
}

/** Follows from the ticket and the install's key, so that a reprint shows the same code though only its hash is kept. */
function codeFor(key: Uint8Array, ticket: string): string {
  let code = ''
  for (let round = 0; code.length < codeLength; round++) {
    for (const byte of Buffer.from(sign(key, `ticket/${round}/${ticket}`), 'hex')) {
      if (byte < mostByte && code.length < codeLength) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}
