import type { Store } from '../store/index.ts'
import type { BlobStore } from './blob-store.ts'
import type { OwnVault } from './paper-vault.ts'

const limit = 500
/** Younger bytes may be of a paper that is being kept at this moment. */
const orphanMs = 86_400_000

/** Erases papers that nobody has used in time, and bytes that no paper belongs to: a server ended between writing them and saying so. @returns how many */
export async function endPapers(options: {
  store: Pick<Store, 'recordsDue' | 'findRecord' | 'deleteRecord'>
  vault: Pick<OwnVault, 'erase'>
  blobs: BlobStore
  clock: () => number
}): Promise<number> {
  const { store, vault, blobs, clock } = options
  let count = 0
  for (const { id } of await store.recordsDue('paper', 'kept', clock(), limit)) {
    await vault.erase(id)
    count++
  }
  for await (const { name, writtenAtMs } of blobs.list()) {
    if (clock() - writtenAtMs < orphanMs) continue
    const row = await store.findRecord('paper', name)
    if (row !== null && row.state !== 'erased') continue
    await store.deleteRecord('paper-key', name)
    await blobs.remove(name)
    count++
  }
  return count
}
