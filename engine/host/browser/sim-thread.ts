import { tickMs } from '../../core/index.ts'
import { type Intent, intentKind, standing, steer } from '../../input/index.ts'
import type { PhysicsPort } from '../../physics/index.ts'
import { avatarHeightM, avatarRadiusM } from '../../core/index.ts'
import { closeCodes } from '../../net/index.ts'
import type { Extension } from '../../sim/index.ts'
import { createSnapshotSender, type SnapshotPort } from '../../snapshot/index.ts'
import { type Client, createClient } from '../client.ts'
import { loadPlace, type Place } from '../place.ts'
import { loadedBytes } from './loaded-bytes.ts'
import { release } from './release.ts'
import type { SimStart, SimThread, SimThreadEvent } from './threads.ts'
import { openWebSocket } from './web-socket.ts'

/** Most people in one picture. */
const snapshotCapacity = 160
/** An idle hall is looked at this often, for pings alone. */
const idleMs = 1000
const firstRetryMs = 500
const longestRetryMs = 8000

/** The body of the simulation thread: the client, its clock, its connection, and the pictures it hands over. */
export function createSimThread(extensions: readonly Extension[] = []): SimThread {
  let port: MessagePort | null = null
  let place: Place | null = null
  let client: Client | null = null
  let physics: PhysicsPort | null = null
  let physicsAsked = false
  let sender: ReturnType<typeof createSnapshotSender> | null = null
  let report: (event: SimThreadEvent) => void = () => {}
  let timer: ReturnType<typeof setTimeout> | null = null
  let dirty = false
  let disposed = false
  let retryMs = firstRetryMs
  // The newest wish outlives a connection: a key held before the door opened, or the place one was walking to.
  let wish: Intent | null = null
  // Brings us back to our avatar when the connection was lost.
  let token = 0n
  const clock = (): number => performance.now()

  const schedule = (delayMs: number): void => {
    if (timer !== null) clearTimeout(timer)
    if (!disposed) timer = setTimeout(run, delayMs)
  }
  const wake = (): void => {
    dirty = true
    schedule(0)
  }
  const run = (): void => {
    if (client === null) return
    const moving = client.update(clock())
    if (moving || dirty) {
      const arrays = sender?.begin() ?? null
      if (arrays !== null) {
        dirty = client.snapshot(performance.timeOrigin + performance.now(), arrays)
        sender?.send(arrays)
      }
    }
    schedule(moving || dirty ? tickMs / 2 : idleMs)
  }

  const loadPhysics = async (): Promise<void> => {
    if (physicsAsked || place === null) return
    physicsAsked = true
    try {
      const { createRapierPhysics } = await import('../../physics/index.ts')
      const { columns, rows, solids } = place.map
      physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
      if (disposed) return physics.dispose()
      client?.usePhysics(physics)
      // Somebody may have been stopped at the edge of free space with the key still down.
      if (wish !== null && wish.kind === intentKind.walk) want(wish)
      report({ type: 'physics-ready' })
    } catch (error) {
      physicsAsked = false
      report({ type: 'physics-failed', message: String(error) })
    }
  }

  const connect = (options: SimStart, loaded: Place): void => {
    client = createClient({
      place: loaded,
      socket: openWebSocket(options.socketUrl, wake),
      clock,
      look: options.look,
      physics,
      capacity: snapshotCapacity,
      token,
      extensions,
      onEvent(event) {
        if (event.type === 'zone') {
          const { kind, name } = loaded.map.zones[event.zone]
          report({ ...event, name, zoneKind: kind })
        } else report(event)
        if (event.type === 'entered') {
          retryMs = firstRetryMs
          token = event.token
          if (wish !== null) client?.want(wish)
        }
        if (event.type === 'closed') retry(event.code, event.reason, options, loaded)
      },
    })
    wake()
  }
  const retry = (code: number, reason: string, options: SimStart, loaded: Place): void => {
    if (disposed) return
    const known = Object.values(closeCodes).find((row) => row.code === code)
    if (known?.retry === false) return report({ type: 'refused', code, reason })
    report({ type: 'reconnecting', inMs: retryMs })
    setTimeout(() => {
      if (!disposed) connect(options, loaded)
    }, retryMs)
    retryMs = Math.min(longestRetryMs, retryMs * 2)
  }

  const want = (intent: Intent): void => {
    wish = intent
    client?.want(intent)
    wake()
  }

  return {
    async start(options, snapshots, onEvent) {
      report = onEvent
      port = snapshots
      sender = createSnapshotSender(snapshots as unknown as SnapshotPort, snapshotCapacity)
      place = loadPlace(options.map)
      connect(options, place)
    },
    want,
    loadPhysics: () => void loadPhysics(),
    push: (right, down) => want(right === 0 && down === 0 ? { ...standing } : steer(right, down)),
    stats() {
      const none = { tick: 0, avatars: 0, rttMs: 0, lagTicks: 0, bytesDown: 0, bytesUp: 0, corrections: 0, divergences: 0 }
      return {
        ...(client?.stats() ?? none),
        snapshotsSkipped: sender?.skipped() ?? 0,
        hasPhysics: physics !== null,
        loadedBytes: loadedBytes(),
      }
    },
    dispose() {
      disposed = true
      if (timer !== null) clearTimeout(timer)
      client?.close()
      physics?.dispose()
      client = null
      port?.close()
      release(report)
      report = () => {}
    },
  }
}
