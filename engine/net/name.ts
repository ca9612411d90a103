import { maxNameBytes } from './protocol.ts'

const encoder = new TextEncoder()

/** A name's bytes for the wire: at most `maxNameBytes`, cut between characters. */
export function encodeName(name: string | null): Uint8Array {
  let text = name ?? ''
  let bytes = encoder.encode(text)
  while (bytes.length > maxNameBytes) {
    text = Array.from(text).slice(0, -1).join('')
    bytes = encoder.encode(text)
  }
  return bytes
}
