import { paperError } from './paper-errors.ts'

export type PaperFileType = 'image/jpeg' | 'image/png' | 'application/pdf'

export const pngSignature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The type by the first bytes; names and headers of a request are never asked. @throws paper-empty, paper-type */
export function detectPaperType(bytes: Uint8Array): PaperFileType {
  if (bytes.length === 0) throw paperError('paper-empty', '0 bytes')
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, pngSignature)) return 'image/png'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  throw paperError('paper-type', 'no known first bytes')
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
