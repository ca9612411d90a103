import { caseManifestText, type CaseManifest } from '../../../../case/index.ts'

/** SHA-256, hexadecimal; empty where the browser has no WebCrypto (an address without https). */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (subtle === undefined) return ''
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Names what is about to be sent; empty where nothing can be hashed, and then no claim is made. */
export function hashManifest(manifest: CaseManifest): Promise<string> {
  return sha256Hex(new TextEncoder().encode(caseManifestText(manifest)))
}
