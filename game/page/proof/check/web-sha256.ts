import type { Sha256 } from '../../../queue/index.ts'

/** SHA-256 by the browser; null where it gives none: on addresses without https, other than this machine's own. */
export function createWebSha256(subtle: SubtleCrypto | undefined): Sha256 | null {
  if (subtle === undefined) return null
  const encoder = new TextEncoder()
  return async (text) => toHex(new Uint8Array(await subtle.digest('SHA-256', encoder.encode(text))))
}

function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
