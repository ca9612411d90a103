import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Store } from '../store/index.ts'

/** A paper's key, encrypted under the install's; base64url. */
export type WrappedKey = { readonly version: number; readonly nonce: string; readonly sealed: string }

export type KeyRing = {
  /** A new key for this paper, in clear and wrapped under the newest version. */
  make(id: string): { readonly key: Uint8Array; readonly wrapped: WrappedKey }
  /** @throws Error when it was wrapped for another paper, or under a version that was destroyed */
  unwrap(id: string, wrapped: WrappedKey): Uint8Array
  wrap(id: string, key: Uint8Array): WrappedKey
  newest(): number
  /** Makes a new version, under which keys are wrapped from now on. */
  advance(by: string): Promise<number>
  /** Forgets every version before the newest: what is still wrapped under one of them can never be opened again. */
  forgetOlder(): Promise<void>
}

const prefix = 'paper-key/'
const tagBytes = 16

/**
 * The keys that wrap the papers' keys: HKDF (RFC 5869) of the install's secret and a salt of its own for each version. The salts are settings in the store, so neither
 * the data folder's secret alone nor a copy of the database alone opens a paper.
 */
export async function createKeyRing(options: {
  store: Pick<Store, 'putSetting' | 'settings'>
  secret: Uint8Array
  clock: () => number
}): Promise<KeyRing> {
  const { store, secret, clock } = options
  const keys = new Map<number, Buffer>()
  const derive = (salt: string): Buffer => Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt, 'base64url'), 'balai/paper-keys', 32))
  for (const { key, value } of await store.settings(prefix)) {
    const { salt } = value as { salt: string | null }
    if (salt !== null) keys.set(Number(key.slice(prefix.length)), derive(salt))
  }
  const newest = (): number => Math.max(0, ...keys.keys())

  async function advance(by: string): Promise<number> {
    const [version, salt] = [newest() + 1, randomBytes(32).toString('base64url')]
    await store.putSetting({ key: `${prefix}${version}`, value: { salt }, updatedAtMs: clock(), updatedBy: by })
    keys.set(version, derive(salt))
    return version
  }
  if (keys.size === 0) await advance('system')

  function wrap(id: string, key: Uint8Array): WrappedKey {
    const version = newest()
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyOf(version), nonce).setAAD(Buffer.from(id))
    const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
    return { version, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') }
  }
  function keyOf(version: number): Buffer {
    const key = keys.get(version)
    if (key === undefined)
      throw new Error(`papers' keys of version ${version} were destroyed: restore the database that belongs to this secret`)
    return key
  }
  return {
    wrap,
    newest,
    advance,
    make(id) {
      const key = randomBytes(32)
      return { key, wrapped: wrap(id, key) }
    },
    unwrap(id, { version, nonce, sealed }) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyOf(version), Buffer.from(nonce, 'base64url'))
      decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
    },
    async forgetOlder() {
      const last = newest()
      for (const version of [...keys.keys()].filter((one) => one < last)) {
        await store.putSetting({ key: `${prefix}${version}`, value: { salt: null }, updatedAtMs: clock(), updatedBy: 'system' })
        keys.delete(version)
      }
    },
  }
}
