import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { createMemoryKeep, type DeviceKeep } from './device-keep.ts'
import { makeKey, seal, unseal, type Sealed } from './seal.ts'

/** `app/session.ts` deletes it by this name when the session ends, also where this part of the page was never loaded. */
const keepName = 'balai-case'
const keyName = 'session'

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  sealed: { key: string; value: Sealed }
}

/**
 * Opens what this device keeps, and makes the session's key when there is none. Where the browser has no WebCrypto (an address without https) or no
 * database (a private window), what is kept lives only as long as the page, and `isLasting` says so.
 */
export async function openKeep(): Promise<DeviceKeep> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (subtle === undefined || typeof indexedDB === 'undefined') return createMemoryKeep()
  try {
    return await openSealed(subtle)
  } catch {
    return createMemoryKeep()
  }
}

async function openSealed(subtle: SubtleCrypto): Promise<DeviceKeep> {
  let isGone = false
  const database = await openDB<Schema>(keepName, 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('sealed')
    },
    // Signing out, here or in another tab, deletes the database: nobody may stand in its way.
    blocking(_now, _wanted, event) {
      isGone = true
      ;(event.target as IDBDatabase).close()
    },
  })
  let key = await sessionKey(database, subtle)
  /** Sealing takes its time: without an order the older of two texts could be written last. */
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const readBytes = async (name: string) => {
    await last
    if (isGone) return null
    const sealed = await database.get('sealed', name)
    return sealed ? unseal(subtle, key, { name, sealed }) : null
  }
  const writeBytes = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    inOrder(async () => {
      if (!isGone) await database.put('sealed', await seal(subtle, key, { name, bytes }), name)
    })
  return {
    isLasting: true,
    readBytes,
    writeBytes,
    async read<T>(name: string) {
      const bytes = await readBytes(name)
      return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T)
    },
    write: (name, value) => writeBytes(name, new TextEncoder().encode(JSON.stringify(value))),
    remove: (name) => inOrder(() => database.delete('sealed', name)),
    async names(prefix) {
      await last
      return isGone ? [] : database.getAllKeys('sealed', IDBKeyRange.bound(prefix, `${prefix}\uffff`))
    },
    destroy: () =>
      inOrder(async () => {
        const both = database.transaction(['keys', 'sealed'], 'readwrite')
        await Promise.all([both.objectStore('keys').clear(), both.objectStore('sealed').clear(), both.done])
        key = await sessionKey(database, subtle)
      }),
  }
}

/** The key of this session: made once, by whichever tab comes first. */
async function sessionKey(database: IDBPDatabase<Schema>, subtle: SubtleCrypto): Promise<CryptoKey> {
  const kept = await database.get('keys', keyName)
  if (kept) return kept
  // Made before the transaction: one that waits for something else ends by itself.
  const made = await makeKey(subtle)
  const write = database.transaction('keys', 'readwrite')
  const earlier = await write.store.get(keyName)
  if (!earlier) await write.store.put(made, keyName)
  await write.done
  return earlier ?? made
}
