import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** What is derived from the install's secret for cases, each for one use. */
export type CaseKeys = {
  /** Ed25519: signs receipts. The same after a restart, and on every server of the install. */
  readonly receipt: { readonly private: KeyObject; readonly public: KeyObject; readonly raw: Buffer }
  /** Hashes answers: short ones would be guessed from a plain hash. */
  readonly answer: Uint8Array
  /** Wraps the key of each case's words. */
  readonly words: Uint8Array
}

/** An Ed25519 private key in PKCS #8 (RFC 8410) up to its 32 bytes, and a public one in SPKI. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefixBytes = 12

/** @throws TypeError when the secret is shorter than 32 bytes */
export function deriveCaseKeys(secret: Uint8Array): CaseKeys {
  if (secret.length < 32) throw new TypeError(`options.secret must have 32 bytes or more, got ${secret.length}`)
  const derive = (use: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `balai/case/${use}`, 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, derive('receipt')]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefixBytes)
  return { receipt: { private: privateKey, public: publicKey, raw }, answer: derive('answer'), words: derive('words') }
}

/** A keyed hash that tells whether an answer was changed, and in which case and field. */
export function hashAnswer(key: Uint8Array, caseId: string, field: string, value: unknown): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([caseId, field, value]))
    .digest('base64url')
}

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM: nonce, tag, text, as base64url. `about` is bound to it and has to be given again. */
export function sealText(key: Uint8Array, text: string | Uint8Array, about: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** @throws Error when it was not sealed by this key for this */
export function openText(key: Uint8Array, sealed: string, about: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
}
