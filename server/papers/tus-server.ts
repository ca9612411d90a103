import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { paperUploadPath } from '../../game/api/index.ts'
import { syncFolder } from './disk-blobs.ts'
import { uploadCipher, uploadKey } from './upload-cipher.ts'
import type { UploadFiles } from './upload-files.ts'

/** The protocol's server. It is loaded at the first upload: most of the time nobody sends one, and it takes its 3 MB. */
export type TusServer = {
  /** @param id under which an upload is made; null for a request of one that there is */
  handle(request: IncomingMessage, response: ServerResponse, id: string | null): Promise<void>
}

export function createTusServer(files: UploadFiles, mostBytes: number): TusServer {
  const reserved = new WeakMap<IncomingMessage, string>()
  const server = new Server({
    path: paperUploadPath,
    datastore: new SealedFileStore(files),
    relativeLocation: true,
    maxSize: mostBytes,
    allowedOrigins: [],
    namingFunction: (request) => {
      const id = reserved.get(nodeRequest(request))
      if (id === undefined) throw new Error('an upload was not reserved')
      return id
    },
    // A file's name may hold a person's: nothing of it is kept.
    onUploadCreate: async () => ({ metadata: {} }),
  })
  return {
    async handle(request, response, id) {
      if (id !== null) reserved.set(request, id)
      await server.handle(request, response)
    },
  }
}

/** Files that lie encrypted. An offset that was told to a phone is on the disk: a power cut takes none of it back. */
class SealedFileStore extends FileStore {
  readonly #secret: Uint8Array

  constructor({ directory, secret }: UploadFiles) {
    super({ directory })
    this.#secret = secret
    // Every upload says how long it is, and is made before it is sent.
    this.extensions = ['creation', 'termination']
  }

  override async create(upload: Upload): Promise<Upload> {
    const made = await super.create(upload)
    await syncFile(join(this.directory, upload.id))
    await syncFile(join(this.directory, `${upload.id}.json`))
    await syncFolder(this.directory)
    return made
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const cipher = uploadCipher(uploadKey(this.#secret, id), offset)
    // A line that breaks ends the cipher too, and what came before it is kept.
    readable.once('error', (error) => cipher.destroy(error))
    const end = await super.write(readable.pipe(cipher), id, offset)
    await syncFile(join(this.directory, id))
    return end
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await super.getUpload(id)
    await syncFile(join(this.directory, id))
    return upload
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

function nodeRequest(request: Request): IncomingMessage {
  const node = (request as unknown as { runtime?: { node?: { req?: IncomingMessage } } }).runtime?.node?.req
  if (node === undefined) throw new Error('the request of the tus server has no Node request any more')
  return node
}
