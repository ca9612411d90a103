import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'

/** One key for each use, so that what leaks of one says nothing of another. */
export type IdentityKeys = {
  readonly nik: Uint8Array
  readonly code: Uint8Array
  readonly session: Uint8Array
  readonly oidc: Uint8Array
  /** Pairs kiosks, and hashes the codes of their tickets. */
  readonly kiosk: Uint8Array
  /** Pseudonyms of devices. */
  readonly device: Uint8Array
  /** Tokens that say that something has been rated. */
  readonly survey: Uint8Array
  /** The private half of the key that signs messages to browsers' push services. */
  readonly push: Uint8Array
}

/** Derives the keys (HKDF, RFC 5869) from the install's secret. @throws TypeError when it is shorter than 32 bytes */
export function deriveKeys(secret: Uint8Array): IdentityKeys {
  if (secret.length < 32) {
    throw new TypeError(`options.secret must have 32 bytes or more, got ${secret.length}: make one with randomBytes(32)`)
  }
  const derive = (use: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `balai/${use}`, 32))
  return {
    nik: derive('nik'),
    code: derive('code'),
    session: derive('session'),
    oidc: derive('oidc'),
    kiosk: derive('kiosk'),
    device: derive('device'),
    survey: derive('survey'),
    push: derive('push'),
  }
}

/** HMAC-SHA-256 of `text`. */
export function sign(key: Uint8Array, text: string, encoding: 'hex' | 'base64url' = 'hex'): string {
  let object = keyObjects.get(key)
  if (object === undefined) keyObjects.set(key, (object = createSecretKey(key)))
  return createHmac('sha256', object).update(text).digest(encoding)
}

/** To make one from bytes costs as much as to sign with it. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>()

/** Compares in a time that does not tell where two signatures differ. */
export function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A name that sorts by time, so that rows of one day lie together in the store, with 128 bits nobody can guess. */
export function newId(nowMs: number): string {
  return `${nowMs.toString(36).padStart(9, '0')}-${randomBytes(16).toString('base64url')}`
}
