import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDiskBlobs } from '../../../server/papers/disk-blobs.ts'
import { blobContract, listed } from './blob-contract.ts'

blobContract('the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balai-blobs-'))
  return { blobs: createDiskBlobs(join(folder, 'papers')), close: () => rm(folder, { recursive: true }) }
})

test('what a write that was cut off has left is not listed, and is removed after an hour', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balai-blobs-'))
  try {
    await mkdir(join(folder, 'ab'))
    for (const name of ['x.00.part', 'y.00.part']) await writeFile(join(folder, 'ab', name), 'half')
    await utimes(join(folder, 'ab', 'x.00.part'), 1000, 1000)
    expect(await listed(createDiskBlobs(folder))).toEqual([])
    expect(await readdir(join(folder, 'ab'))).toEqual(['y.00.part'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
