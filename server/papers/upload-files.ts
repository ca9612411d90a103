import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { uploadCipher, uploadKey } from './upload-cipher.ts'

/** What has arrived of uploads: `FOLDER/ID`, encrypted, and its length in `FOLDER/ID.json`. */
export type UploadFiles = {
  readonly directory: string
  readonly secret: Uint8Array
  /** Bytes of it that are here; 0 when it is not. */
  received(id: string): Promise<number>
  /** The file in clear. */
  readWhole(id: string): Promise<Uint8Array<ArrayBuffer>>
  /** Also when it is not there. */
  discard(id: string): Promise<void>
}

const pieceBytes = 1024 * 1024

export async function openUploadFiles(directory: string, secret: Uint8Array): Promise<UploadFiles> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return {
    directory,
    secret,
    async received(id) {
      return stat(join(directory, id)).then(
        ({ size }) => size,
        () => 0,
      )
    },
    async readWhole(id) {
      const path = join(directory, id)
      const clear = new Uint8Array((await stat(path)).size)
      const cipher = uploadCipher(uploadKey(secret, id), 0)
      let at = 0
      // Piece by piece: everybody else is served between two of them.
      for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
        clear.set(cipher.update(piece), at)
        at += piece.length
      }
      if (at !== clear.length) throw new Error(`upload ${id} changed while it was read`)
      return clear
    },
    async discard(id) {
      await Promise.all([id, `${id}.json`].map((name) => rm(join(directory, name), { force: true })))
    },
  }
}
