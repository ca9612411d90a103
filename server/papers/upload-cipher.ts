import { type Cipheriv, createCipheriv, hkdfSync } from 'node:crypto'

const blockBytes = 16

/** The key of one upload: what has arrived lies encrypted too, until it is a paper or gone. */
export function uploadKey(secret: Uint8Array, id: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(id), 'balai/upload', 32))
}

/** Encrypts, or decrypts, from this byte of the file on (AES-256-CTR, the counter is the block's number): a broken line may go on anywhere. */
export function uploadCipher(key: Uint8Array, offset: number): Cipheriv {
  const counter = Buffer.alloc(blockBytes)
  counter.writeUInt32BE(Math.floor(offset / blockBytes), 12)
  const cipher = createCipheriv('aes-256-ctr', key, counter)
  // The part of the block that lies before the offset.
  cipher.update(Buffer.alloc(offset % blockBytes))
  return cipher
}
