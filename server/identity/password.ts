import { randomBytes, randomInt, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto'

/** OWASP Password Storage Cheat Sheet, scrypt with 32 MB: about a quarter of a second on a small machine. */
const cost: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const hashBytes = 32

/** `salt:hash`, both hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(password, salt)).toString('hex')}`
}

/** With no stored hash it works as long and answers false, so that the time does not tell who exists. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [saltHex, hashHex] = (stored ?? ':').split(':')
  const expected = Buffer.from(hashHex ?? '', 'hex')
  const actual = await derive(password, Buffer.from(saltHex, 'hex'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Four groups of four that can be read aloud: no 0 or o, 1, i or l. 79 bits. */
export function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, cost, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
