/**
 * What the server's main thread and a world thread say to each other. A world thread runs the halls of several regions;
 * the main thread holds the sockets and passes their bytes on unread.
 */

/** Main thread → world thread. */
export type WorldThreadRequest =
  /**
   * A region's hall is wanted: its first visitor is at the door. `mapName` names the map file; `map` is its content (Tiled's JSON)
   * the first time this thread hears of the name and null after that: regions with one map share what is computed from it.
   */
  | { readonly type: 'open'; readonly region: string; readonly mapName: string; readonly map: unknown }
  /** Zones of a region that nobody may enter now; all others are open. */
  | { readonly type: 'close-zones'; readonly region: string; readonly zones: readonly string[] }
  /** A socket was taken for the hall. `connection` is unique in this server's life. `name` is shown over the head; null: none. */
  | { readonly type: 'connect'; readonly connection: number; readonly region: string; readonly name: string | null }
  /** What pages say: messages of many connections in one buffer (`openParcel`). */
  | { readonly type: 'parcel'; readonly parcel: ArrayBuffer }
  /** The socket is gone, closed with `code`. Also sent after the thread's own `close`. */
  | { readonly type: 'disconnect'; readonly connection: number; readonly code: number }
  /** Sets the flag bits (`avatarFlag` of the engine's snapshot) that everybody sees on this person: called, speaking. */
  | { readonly type: 'mark'; readonly region: string; readonly connection: number; readonly flags: number }
  /** End every connection and exit. */
  | { readonly type: 'stop' }

/** World thread → main thread. */
export type WorldThreadEvent =
  /** What the halls say in one tick: many messages for many connections in one buffer (`openParcel`). */
  | { readonly type: 'parcel'; readonly parcel: ArrayBuffer }
  | { readonly type: 'close'; readonly connection: number; readonly code: number; readonly reason: string }
  /** About every five seconds while somebody is in, and once when the last one left. */
  | {
      readonly type: 'stats'
      readonly regions: readonly WorldRegionStats[]
      /** How late each step since the last report began, ms. */
      readonly lateMs: readonly number[]
    }

export type WorldRegionStats = {
  readonly region: string
  readonly people: number
  readonly ticks: number
  readonly framesSent: number
  readonly bytesSent: number
  readonly corrections: number
  /** Ticks left out because the machine could not keep up. */
  readonly slippedTicks: number
}
