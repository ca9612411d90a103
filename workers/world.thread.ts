import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { tickMs } from '@balai/engine/core'
import { createHalls, type Connection } from '@balai/engine/host'
import { createParcel, openParcel, type Socket } from '@balai/engine/net'
import type { WorldThreadEvent, WorldThreadRequest } from '../game/api/index.ts'

/** Most people in one region's hall. */
const hallCapacity = 8192
const statsEveryMs = 5000

type Visitor = { socket: Socket; connection: Connection | null; flags: number; early: Uint8Array[]; isGone: boolean }

if (parentPort === null) throw new Error('world.thread.ts runs as a thread of the server')
const port = parentPort
const halls = createHalls({
  clock: () => performance.now(),
  seed: randomBytes(4).readUInt32LE(),
  capacity: hallCapacity,
  newToken: () => randomBytes(8).readBigUInt64LE() | 1n,
})
const visitors = new Map<number, Visitor>()
let timer: NodeJS.Timeout | null = null
let toldMs = 0
const parcel = createParcel()
/** How late each step since the last figures began, ms: the delay of the loop, without a monitor that would wake the thread once more. */
const lateMs: number[] = []
let dueMs = 0

/** A parcel is copied: to hand over a buffer of some kilobytes costs the thread more than its copy. */
const post = (event: WorldThreadEvent): void => port.postMessage(event)

function tellStats(): void {
  toldMs = performance.now()
  post({
    type: 'stats',
    regions: halls.stats().map(({ name, stats }) => ({
      region: name,
      people: stats.people,
      ticks: stats.tick,
      framesSent: stats.framesSent,
      bytesSent: stats.bytesSent,
      corrections: stats.corrections,
      slippedTicks: stats.slippedTicks,
    })),
    lateMs,
  })
  lateMs.length = 0
}

/** Sends what the halls have said since. Within a tick nothing waits for another: all goes at its end. */
function sendParcel(): void {
  const bytes = parcel.take()
  if (bytes !== null) post({ type: 'parcel', parcel: bytes })
}

function step(): void {
  const startMs = performance.now()
  const busy = halls.step()
  sendParcel()
  const endMs = performance.now()
  lateMs.push(Math.max(0, startMs - dueMs))
  if (!busy || endMs - toldMs > statsEveryMs) tellStats()
  timer = null
  if (busy) stepAfter(startMs)
}

/**
 * The next step is due at the clock's next whole tick, where the halls have theirs. An interval would count from the end of the step
 * before: a step of 10 ms would come every 60, and every fifth would have two ticks to run.
 * @param steppedMs when the last step began: all ticks until then were run in it
 */
function stepAfter(steppedMs: number): void {
  dueMs = (Math.floor(steppedMs / tickMs) + 1) * tickMs
  // A timer may come a millisecond early, before the tick.
  timer = setTimeout(step, Math.max(0, Math.ceil(dueMs - performance.now())) + 1)
}

function visitorSocket(connection: number): Socket {
  return {
    send: (bytes) => parcel.put(connection, bytes),
    close(code, reason) {
      sendParcel()
      post({ type: 'close', connection, code, reason })
    },
    // The main thread drops a socket that cannot keep up; here every message is already on its way.
    bufferedAmount: () => 0,
    onMessage: null,
    onClose: null,
  }
}

async function connect(request: Extract<WorldThreadRequest, { type: 'connect' }>): Promise<void> {
  const visitor: Visitor = { socket: visitorSocket(request.connection), connection: null, flags: 0, early: [], isGone: false }
  visitors.set(request.connection, visitor)
  visitor.connection = await halls.connect(request.region, visitor.socket, { name: request.name })
  if (visitor.flags !== 0) visitor.connection.mark(visitor.flags)
  for (const bytes of visitor.early) visitor.socket.onMessage?.(bytes)
  visitor.early.length = 0
  sendParcel()
  if (visitor.isGone) visitor.socket.onClose?.(1006, '')
  if (timer === null) stepAfter(performance.now())
}

function hear(connection: number, bytes: Uint8Array): void {
  const visitor = visitors.get(connection)
  if (visitor?.connection === null) visitor.early.push(bytes)
  else visitor?.socket.onMessage?.(bytes)
}

port.on('message', (request: WorldThreadRequest) => {
  if (request.type === 'open') halls.open(request.region, request.mapName, request.map)
  else if (request.type === 'close-zones') halls.closeZones(request.region, request.zones)
  else if (request.type === 'connect') void connect(request)
  else if (request.type === 'parcel') {
    openParcel(request.parcel, hear)
    sendParcel()
  } else if (request.type === 'stop') {
    halls.close()
    port.close()
    clearTimeout(timer ?? undefined)
  } else {
    const visitor = visitors.get(request.connection)
    if (visitor === undefined) return
    if (request.type === 'mark') {
      visitor.flags = request.flags
      visitor.connection?.mark(request.flags)
    } else {
      visitors.delete(request.connection)
      visitor.isGone = true
      visitor.socket.onClose?.(request.code, '')
    }
  }
})
