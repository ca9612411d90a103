import type { MallRoom } from '../mall/index.ts'
import type { Store } from '../store/index.ts'
import type { WorldDirectory } from './world-directory.ts'

/** Rooms of a mall that nobody may walk into for now: a stage that is built up, a floor that is wet. Their services go on in the list. */
export type ClosedRooms = {
  /** Brings back what was closed before the server ended. */
  restore(): Promise<void>
  viewOf(region: string): readonly (MallRoom & { readonly isClosed: boolean })[]
  /** Closes these rooms and opens all others of the region; holds when it resolves. @returns a zone that is no room of the region, else null */
  put(region: string, zones: readonly string[], by: string): Promise<string | null>
}

const prefix = 'closed-rooms/'

export function createClosedRooms(options: {
  store: Pick<Store, 'putSetting' | 'settings'>
  directory: Pick<WorldDirectory, 'closeZones'>
  roomsOf: (region: string) => readonly MallRoom[]
  clock: () => number
}): ClosedRooms {
  const { store, directory, roomsOf, clock } = options
  const closed = new Map<string, readonly string[]>()

  function hold(region: string, zones: readonly string[]): void {
    closed.set(region, zones)
    directory.closeZones(region, zones)
  }
  return {
    async restore() {
      for (const { key, value } of await store.settings(prefix)) hold(key.slice(prefix.length), value as readonly string[])
    },
    viewOf(region) {
      const zones = closed.get(region) ?? []
      return roomsOf(region).map((room) => ({ ...room, isClosed: zones.includes(room.zone) }))
    },
    async put(region, zones, by) {
      const rooms = roomsOf(region)
      const stranger = zones.find((zone) => !rooms.some((room) => room.zone === zone))
      if (stranger !== undefined) return stranger
      await store.putSetting({ key: `${prefix}${region}`, value: zones, updatedAtMs: clock(), updatedBy: by })
      hold(region, zones)
      return null
    },
  }
}
