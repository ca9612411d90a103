import type { PaperFileType } from './detect-type.ts'
import { paperError } from './paper-errors.ts'

/** How far readers of these formats look for a beginning. */
const headBytes = 1024
/** How far from the end a reader of ZIP looks for the directory: its record of 22 bytes and a comment. */
const tailBytes = 22 + 65_535
const headTraces = ['<script', '<html', '<!doctype', '<svg', '<?php', '<%@', '#!/', 'rar!\x1a\x07', '7z\xbc\xaf\x27\x1c']

/**
 * Refuses what another program would take for a file of its own: a page, a script, an archive, or a PDF inside a picture.
 * What is kept is written anew and would carry none of it; a file that tries is not a citizen's paper.
 * @throws paper-two-in-one
 */
export function refuseForeignTraces(bytes: Uint8Array, type: PaperFileType): void {
  const head = latin(bytes.subarray(0, headBytes)).toLowerCase()
  const traces = type === 'application/pdf' ? headTraces : [...headTraces, '%pdf-']
  for (const trace of traces) if (head.includes(trace)) throw paperError('paper-two-in-one', `"${trace}" at the beginning`)
  const tail = bytes.subarray(Math.max(0, bytes.length - tailBytes))
  if (findBytes(tail, [0x50, 0x4b, 0x05, 0x06], 0) >= 0) throw paperError('paper-two-in-one', "an archive's directory at the end")
}

/** The bytes as characters of the same number. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Where `wanted` begins at `from` or after it; -1: nowhere. */
export function findBytes(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = bytes.indexOf(wanted[0], from); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}
