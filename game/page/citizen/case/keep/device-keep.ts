/**
 * What the page keeps on this device, each record by a name such as `draft/kukar/akta-lahir`; nothing in it can be read without the session's key.
 * Writes of one name happen in the order in which they were asked for.
 */
export interface DeviceKeep {
  /** False: kept only as long as the page lives, because this browser or address gives no place for secrets. */
  readonly isLasting: boolean
  /** null when there is none, or when it was sealed under another key. */
  read<T>(name: string): Promise<T | null>
  write(name: string, value: unknown): Promise<void>
  readBytes(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  writeBytes(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  remove(name: string): Promise<void>
  /** Names that begin so, in order. */
  names(prefix: string): Promise<string[]>
  /** Destroys the key, and with it everything. The keep goes on empty, under a new key. */
  destroy(): Promise<void>
}

/** A keep that ends with the page: for addresses without https, and for tests. */
export function createMemoryKeep(): DeviceKeep {
  const rows = new Map<string, unknown>()
  const put = async (name: string, value: unknown) => void rows.set(name, structuredClone(value))
  const get = async <T>(name: string) => structuredClone((rows.get(name) ?? null) as T | null)
  return {
    isLasting: false,
    read: get,
    write: put,
    readBytes: get,
    writeBytes: put,
    async remove(name) {
      rows.delete(name)
    },
    names: async (prefix) => [...rows.keys()].filter((name) => name.startsWith(prefix)).sort(),
    async destroy() {
      rows.clear()
    },
  }
}
