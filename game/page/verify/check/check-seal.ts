import { statementText, type DocumentSeal } from '../../../case/index.ts'

/** `here`: calculated on this device. `server`: this browser has no Ed25519, so the server's word counts. */
export type SealCheck = 'here' | 'server' | 'broken'

/**
 * Calculates the seal anew: the signature over the statement, and that the statement belongs to this code.
 * @param publicKey 32 bytes, base64url
 */
export async function checkSeal(
  asked: { readonly code: string; readonly seal: DocumentSeal; readonly publicKey: string | null },
  subtle: SubtleCrypto | undefined,
): Promise<SealCheck> {
  const { code, seal, publicKey } = asked
  if (seal.statement.code !== code || publicKey === null) return 'broken'
  if (subtle === undefined) return 'server'
  const key = await importKey(subtle, publicKey)
  if (key === null) return 'server'
  const text = new TextEncoder().encode(statementText(seal.statement))
  const isSigned = await subtle.verify('Ed25519', key, bytesOf(seal.signature), text)
  return isSigned ? 'here' : 'broken'
}

/** null: this browser does not know the algorithm (before Chrome 137, Firefox 129, Safari 17). */
async function importKey(subtle: SubtleCrypto, publicKey: string): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('raw', bytesOf(publicKey), { name: 'Ed25519' }, false, ['verify'])
  } catch (error) {
    // A key that is none at all is refused with DataError: that is a fault of the seal, not of the browser.
    if ((error as { name?: unknown }).name === 'DataError') throw error
    return null
  }
}

/** Base64url to bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(plain.length)
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at)
  return bytes
}
