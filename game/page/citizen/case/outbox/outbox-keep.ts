import type { DeviceKeep } from '../keep/device-keep.ts'
import type { OutboxItem } from './outbox.ts'
import type { Sending } from './sending.ts'

/**
 * The outbox on the device: a record for each item and each case, so that no write of one can lose another, not even from a second tab.
 */
export type OutboxKeep = {
  items(): Promise<readonly OutboxItem[]>
  sendings(): Promise<readonly Sending[]>
  /** Writes what is new or changed, and takes out what is gone. */
  writeItems(before: readonly OutboxItem[], after: readonly OutboxItem[]): Promise<void>
  writeSending(sending: Sending): Promise<void>
  removeSending(id: string): Promise<void>
}

const itemPrefix = 'out/'
const sendingPrefix = 'sending/'

export function createOutboxKeep(keep: DeviceKeep): OutboxKeep {
  const readAll = async <T>(prefix: string): Promise<readonly T[]> => {
    const rows = await Promise.all((await keep.names(prefix)).map((name) => keep.read<T>(name)))
    return rows.filter((row): row is Awaited<T> & {} => row !== null) as T[]
  }
  return {
    items: () => readAll<OutboxItem>(itemPrefix),
    sendings: () => readAll<Sending>(sendingPrefix),
    async writeItems(before, after) {
      const changed = after.filter((item) => before.find((row) => row.id === item.id) !== item)
      const gone = before.filter((item) => !after.some((row) => row.id === item.id))
      await Promise.all([
        ...changed.map((item) => keep.write(itemPrefix + item.id, item)),
        ...gone.map((item) => keep.remove(itemPrefix + item.id)),
      ])
    },
    writeSending: (sending) => keep.write(sendingPrefix + sending.id, sending),
    removeSending: (id) => keep.remove(sendingPrefix + id),
  }
}
