import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'

/*
 * How a paper lies on the disk: four bytes `BLP1`, then chunks of 64 KiB, each encrypted by AES-256-GCM under the paper's own key, each followed by its
 * tag of 16 bytes. The nonce of a chunk is its number and whether it is the last, so that chunks cannot change places, be left out or be cut off at the end
 * (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár 2015); the paper's id is bound in, so that no file can stand for another.
 */
const magic = Buffer.from('BLP1')
const chunkBytes = 64 * 1024
const tagBytes = 16
const keyBytes = 32
/** 4 MB take a few milliseconds. */
const chunksATurn = 64

/** @throws TypeError when the key has another length */
export async function sealBytes(id: string, key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  if (key.length !== keyBytes) throw new TypeError(`key must have ${keyBytes} bytes, got ${key.length}`)
  const chunks = Math.max(1, Math.ceil(bytes.length / chunkBytes))
  const out = Buffer.alloc(magic.length + bytes.length + chunks * tagBytes)
  magic.copy(out)
  let at = magic.length
  for (let chunk = 0; chunk < chunks; chunk++) {
    // Everybody else is served in between.
    if (chunk % chunksATurn === chunksATurn - 1) await nextTurn()
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, chunk === chunks - 1)).setAAD(Buffer.from(id))
    for (const part of [cipher.update(bytes.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes)), cipher.final(), cipher.getAuthTag()]) {
      out.set(part, at)
      at += part.length
    }
  }
  return out
}

/**
 * The bytes in clear, chunk by chunk, each given out only after its tag was right.
 * The stream fails with an Error when one is not, or when the end is missing.
 */
export function openSealed(id: string, key: Uint8Array, sealed: Readable): Readable {
  return Readable.from(openChunks(id, key, sealed), { objectMode: false })
}

async function* openChunks(id: string, key: Uint8Array, sealed: Readable): AsyncGenerator<Buffer> {
  const whole = chunkBytes + tagBytes
  let rest: Buffer = Buffer.alloc(0)
  let chunk = 0
  let hasMagic = false
  for await (const part of sealed as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part])
    if (!hasMagic && rest.length >= magic.length) {
      if (!rest.subarray(0, magic.length).equals(magic)) throw new Error(`paper ${id}: not a sealed file`)
      rest = rest.subarray(magic.length)
      hasMagic = true
    }
    // The last chunk is only known to be the last when nothing comes after it.
    while (hasMagic && rest.length > whole) {
      yield openChunk(id, key, rest.subarray(0, whole), nonceOf(chunk++, false))
      rest = rest.subarray(whole)
    }
  }
  if (!hasMagic || rest.length < tagBytes) throw new Error(`paper ${id}: the end is missing`)
  yield openChunk(id, key, rest, nonceOf(chunk, true))
}

function openChunk(id: string, key: Uint8Array, sealed: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
}

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(chunk, 4)
  nonce[11] = isLast ? 1 : 0
  return nonce
}
