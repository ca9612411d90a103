import type { Readable } from 'node:stream'

/** Where encrypted papers lie. Names are made by the vault: letters, digits, `-` and `_`. */
export interface BlobStore {
  /** Resolves when the bytes are on the disk; before that there is nothing under the name, or what was there. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** null: there is none. */
  get(name: string): Promise<Readable | null>
  /** Also when there is none. */
  remove(name: string): Promise<void>
  /** Names with the time of their last write, milliseconds since 1970; in no order. */
  list(): AsyncIterable<{ readonly name: string; readonly writtenAtMs: number }>
}

/** @throws TypeError for a name that could lead elsewhere */
export function checkBlobName(name: string): string {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) throw new TypeError('name must be 1 to 128 of A-Z a-z 0-9 _ -')
  return name
}
