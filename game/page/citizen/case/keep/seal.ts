/** Bytes under AES-256-GCM with the nonce that they were sealed with. */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

/** A key that works in this browser and cannot be read out of it, not even by this page. */
export function makeKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  return subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals bytes for one name: under another name they do not open. */
export async function seal(
  subtle: SubtleCrypto,
  key: CryptoKey,
  record: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: nameBytes(record.name) }, key, record.bytes)
  return { nonce, bytes }
}

/** @returns null when the key, the name or the bytes are not those that were sealed */
export async function unseal(
  subtle: SubtleCrypto,
  key: CryptoKey,
  record: { name: string; sealed: Sealed },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { nonce, bytes } = record.sealed
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: nameBytes(record.name) }, key, bytes))
  } catch {
    return null
  }
}

const nameBytes = (name: string) => new TextEncoder().encode(name)
