import type { WorldRegionStats, WorldThreadEvent, WorldThreadRequest } from '../../game/api/index.ts'
import { createParcel, openParcel, type Parcel } from '@balai/engine/net'
import type { Log } from '../identity/index.ts'

/** The main thread's end of one world thread. */
export interface WorldThread {
  send(request: WorldThreadRequest): void
  onEvent(listener: (event: WorldThreadEvent) => void): void
  /** Called once, when the thread has ended without being told to. */
  onEnd(listener: (reason: unknown) => void): void
  stop(): Promise<void>
}

/** Which thread runs which region's hall, and whose bytes go where. */
export type WorldDirectory = {
  /**
   * Takes a walking socket. `send` and `close` are called with what the hall says; bytes lie in a parcel, whose head before them is free.
   * @returns the connection: pass its bytes in, say when the socket is gone
   */
  connect(options: {
    region: string
    name: string | null
    send: (bytes: Uint8Array) => void
    close: (code: number, reason: string) => void
  }): WorldConnection
  /** Zones of a region that nobody may walk into now; all others are open. */
  closeZones(region: string, zones: readonly string[]): void
  /** False when a thread has died and could not be replaced. */
  isAlive(): boolean
  stats(): readonly WorldRegionStats[]
  close(): Promise<void>
}
export type WorldConnection = {
  /** The bytes are copied. */
  receive(bytes: Uint8Array): void
  /** Flag bits that everybody sees over this person. */
  mark(flags: number): void
  /** `code` as the socket was closed with. */
  gone(code: number): void
}

type Link = {
  readonly slot: Slot
  readonly region: string
  send: (bytes: Uint8Array) => void
  close: (code: number, reason: string) => void
}
type Slot = {
  thread: WorldThread
  readonly regions: Set<string>
  readonly maps: Set<string>
  /** What its visitors have said since the last parcel. */
  readonly said: Parcel
  /** When the thread was last told, and when it last told something, ms of `performance.now()`. */
  saidMs: number
  heardMs: number
  /** Says what is to be said, at once or at the latest. */
  soon: NodeJS.Immediate | null
  latest: NodeJS.Timeout | null
  stats: readonly WorldRegionStats[]
  starts: number
  /** Died too often: takes nobody any more. */
  isDead: boolean
}

/** A thread that keeps dying is not started for ever. */
const mostStarts = 10
/**
 * In a crowd a thread is told of what pages say when it has told something itself, which is once a tick, or else after so long, ms: to be woken
 * costs more than to read. In a quiet hall it is told at once.
 */
const gatherMs = 60
const threadLost = { code: 4009, reason: 'the hall starts again; connect again' } as const

/**
 * Starts the threads at once and opens a region's hall in the least busy one when its first visitor comes.
 * @param options.mapOf the region's map name and content; called once for each map and thread
 */
export function createWorldDirectory(options: {
  threadCount: number
  startThread: () => WorldThread
  mapOf: (region: string) => { readonly name: string; readonly content: unknown }
  /** Hears now and then how late the threads' steps began, ms. */
  onLateSteps: (lateMs: readonly number[]) => void
  log: Log
}): WorldDirectory {
  const { threadCount, startThread, mapOf, onLateSteps, log } = options
  const links = new Map<number, Link>()
  const slots: Slot[] = []
  const closedIn = new Map<string, readonly string[]>()
  let nextConnection = 1
  let isClosing = false

  function watch(slot: Slot): void {
    const { thread } = slot
    thread.onEvent((event) => {
      if (event.type === 'stats') {
        slot.stats = event.regions
        onLateSteps(event.lateMs)
        return
      }
      if (event.type === 'parcel') {
        openParcel(event.parcel, (connection, bytes) => links.get(connection)?.send(bytes))
        slot.heardMs = performance.now()
        say(slot)
      } else links.get(event.connection)?.close(event.code, event.reason)
    })
    thread.onEnd((reason) => {
      if (isClosing || slot.thread !== thread) return
      log({ error: reason, regions: [...slot.regions] }, 'a world thread ended; its visitors connect again')
      slot.regions.clear()
      slot.maps.clear()
      slot.stats = []
      slot.isDead = slot.starts >= mostStarts
      if (!slot.isDead) {
        slot.thread = startThread()
        slot.starts++
        watch(slot)
      }
      for (const [connection, link] of links) {
        if (link.slot !== slot) continue
        links.delete(connection)
        link.close(threadLost.code, threadLost.reason)
      }
    })
  }
  for (let index = 0; index < threadCount; index++) {
    const slot: Slot = {
      thread: startThread(),
      regions: new Set(),
      maps: new Set(),
      said: createParcel(),
      saidMs: 0,
      heardMs: 0,
      soon: null,
      latest: null,
      stats: [],
      starts: 1,
      isDead: false,
    }
    slots.push(slot)
    watch(slot)
  }

  function slotOf(region: string): Slot {
    const running = slots.find((slot) => slot.regions.has(region))
    if (running !== undefined) return running
    const busy = (slot: Slot) => [...links.values()].filter((link) => link.slot === slot).length
    const order = slots.map((slot) => ({ slot, load: busy(slot) * 1000 + slot.regions.size + (slot.isDead ? Infinity : 0) }))
    const { slot } = order.reduce((best, one) => (one.load < best.load ? one : best))
    const map = mapOf(region)
    slot.thread.send({ type: 'open', region, mapName: map.name, map: slot.maps.has(map.name) ? null : map.content })
    const closed = closedIn.get(region) ?? []
    if (closed.length > 0) slot.thread.send({ type: 'close-zones', region, zones: closed })
    slot.maps.add(map.name)
    slot.regions.add(region)
    return slot
  }

  return {
    connect({ region, name, send, close }) {
      const slot = slotOf(region)
      const connection = nextConnection++
      links.set(connection, { slot, region, send, close })
      slot.thread.send({ type: 'connect', connection, region, name })
      return {
        receive(bytes) {
          if (!links.has(connection)) return
          slot.said.put(connection, bytes)
          saySoon(slot)
        },
        mark(flags) {
          if (!links.has(connection)) return
          say(slot)
          slot.thread.send({ type: 'mark', region, connection, flags })
        },
        gone(code) {
          if (!links.delete(connection)) return
          say(slot)
          slot.thread.send({ type: 'disconnect', connection, code })
        },
      }
    },
    closeZones(region, zones) {
      closedIn.set(region, zones)
      for (const { thread, regions } of slots) if (regions.has(region)) thread.send({ type: 'close-zones', region, zones })
    },
    isAlive: () => !slots.some((slot) => slot.isDead),
    stats: () => slots.flatMap((slot) => slot.stats),
    async close() {
      isClosing = true
      links.clear()
      await Promise.all(slots.map((slot) => slot.thread.stop()))
    },
  }
}

/** Hands a thread what its visitors have said. */
function say(slot: Slot): void {
  if (slot.soon !== null) clearImmediate(slot.soon)
  if (slot.latest !== null) clearTimeout(slot.latest)
  slot.soon = null
  slot.latest = null
  const parcel = slot.said.take()
  if (parcel === null) return
  slot.saidMs = performance.now()
  slot.thread.send({ type: 'parcel', parcel })
}

function saySoon(slot: Slot): void {
  if (slot.soon !== null || slot.latest !== null) return
  const now = performance.now()
  const isCrowd = now - slot.heardMs < gatherMs && now - slot.saidMs < gatherMs
  // At once means after all that has come in with this turn of the loop.
  if (isCrowd) slot.latest = setTimeout(say, gatherMs, slot)
  else slot.soon = setImmediate(say, slot)
}
