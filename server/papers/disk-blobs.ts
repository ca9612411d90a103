import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { checkBlobName, type BlobStore } from './blob-store.ts'

const unfinished = '.part'

/** Papers as files: `FOLDER/xx/NAME`, xx a byte of the name's hash. A write is whole or it is not there, also after a power cut. */
export function createDiskBlobs(folder: string): BlobStore {
  const pathOf = (name: string): string => join(folder, createHash('sha256').update(checkBlobName(name)).digest('hex').slice(0, 2), name)
  return {
    async put(name, bytes) {
      const path = pathOf(name)
      const draft = `${path}.${randomBytes(6).toString('hex')}${unfinished}`
      const isNew = (await mkdir(dirname(path), { recursive: true, mode: 0o700 })) !== undefined
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      await syncFolder(dirname(path))
      // The folder's own name has to be on the disk too.
      if (isNew) await syncFolder(folder)
    },
    async get(name) {
      const stream = createReadStream(pathOf(name), { highWaterMark: 256 * 1024 })
      return new Promise<Readable | null>((resolve, reject) => {
        stream.once('open', () => resolve(stream))
        stream.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : reject(error)))
      })
    },
    async remove(name) {
      await rm(pathOf(name), { force: true })
    },
    async *list() {
      for await (const shelf of entries(folder)) {
        if (!shelf.isDirectory()) continue
        for await (const file of entries(join(folder, shelf.name))) {
          const path = join(folder, shelf.name, file.name)
          const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: null }))
          if (mtimeMs === null) continue
          // What a write that was cut off has left is of no use to anybody.
          if (file.name.endsWith(unfinished)) {
            if (Date.now() - mtimeMs > 3_600_000) await rm(path, { force: true })
          } else yield { name: file.name, writtenAtMs: mtimeMs }
        }
      }
    },
  }
}

async function* entries(folder: string): AsyncGenerator<{ name: string; isDirectory: () => boolean }> {
  try {
    yield* await opendir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing, and does not need it.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
