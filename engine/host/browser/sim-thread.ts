import { avatarHeightM, avatarRadiusM, tickMs } from '../../core/index.ts'
import { type Intent, intentKind, standing, steer } from '../../input/index.ts'
import type { PhysicsPort } from '../../physics/index.ts'
import { closeCodes } from '../../net/index.ts'
import type { Extension } from '../../sim/index.ts'
import { createSnapshotSender, type SnapshotPort } from '../../snapshot/index.ts'
import { storeyAt } from '../../space/index.ts'
import { type Client, createClient } from '../client.ts'
import type { Figure } from '../figures.ts'
import { loadPlace, type Place } from '../place.ts'
import { loadedBytes } from './loaded-bytes.ts'
import { createOwnPlace, type OwnPlace } from './own-place.ts'
import { release } from './release.ts'
import type { SimStart, SimThread, SimThreadEvent } from './threads.ts'
import { createWay, type Way } from './way.ts'
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
  // On its way in with another look, to take the other's place when it is in: until then that one is shown.
  let next: Client | null = null
  let started: SimStart | null = null
  let ownPlace: OwnPlace | null = null
  let way: Way | null = null
  let physics: PhysicsPort | null = null
  let physicsAsked = false
  let sender: ReturnType<typeof createSnapshotSender> | null = null
  let report: (event: SimThreadEvent) => void = () => {}
  let timer: ReturnType<typeof setTimeout> | null = null
  let dirty = false
  let disposed = false
  let retryMs = firstRetryMs
  let figures: readonly Figure[] = []
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
    const entering = next?.update(clock()) ?? false
    tellOwn(client)
    if (moving || dirty) {
      const arrays = sender?.begin() ?? null
      if (arrays !== null) {
        dirty = client.snapshot(performance.timeOrigin + performance.now(), arrays)
        sender?.send(arrays)
      }
    }
    schedule(moving || dirty || entering ? tickMs / 2 : idleMs)
  }

  /** Tells where the own avatar is, and the way from there. */
  const tellOwn = (of: Client): void => {
    const nowMs = clock()
    if (ownPlace?.isDue(nowMs) !== true) return
    const at = of.position()
    if (at === null) return
    const moved = ownPlace.note(at.x, at.z, nowMs)
    if (moved !== null) report(moved)
    const points = way?.next(at.x, at.z, nowMs)
    if (points !== undefined) report({ type: 'way', points })
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

  /** Opens a line. `isNext`: while another still stands. */
  const connect = (options: SimStart, loaded: Place, isNext: boolean): void => {
    const made = createClient({
      place: loaded,
      socket: openWebSocket(options.socketUrl, wake),
      clock,
      look: options.look,
      physics,
      capacity: snapshotCapacity,
      token,
      extensions,
      onEvent(event) {
        if (made !== client && made !== next) return
        if (event.type === 'entered') {
          if (made === next) takeOver(made)
          retryMs = firstRetryMs
          token = event.token
        }
        if (event.type === 'closed') return hearEnd(made, event.code, event.reason, loaded)
        // What the one on its way in knows of others is what is known.
        if (event.type === 'zone') {
          const { kind, name } = loaded.map.zones[event.zone]
          report({ ...event, name, zoneKind: kind })
        } else report(event)
        if (event.type === 'entered' && wish !== null) client?.want(wish)
      },
    })
    made.setFigures(figures)
    if (isNext) next = made
    else client = made
    wake()
  }
  const takeOver = (made: Client): void => {
    const before = client
    client = made
    next = null
    before?.close()
  }
  const hearEnd = (ended: Client, code: number, reason: string, loaded: Place): void => {
    if (ended === next) {
      // The one that stands goes on, if it does; what was wanted is tried again.
      next = null
      return retry(code, reason, loaded, true)
    }
    // The server has just let the next one in, and this one go.
    if (next !== null) return
    report({ type: 'closed', code, reason })
    retry(code, reason, loaded, false)
  }
  const retry = (code: number, reason: string, loaded: Place, isNext: boolean): void => {
    if (disposed || started === null) return
    const known = Object.values(closeCodes).find((row) => row.code === code)
    if (known?.retry === false) return report({ type: 'refused', code, reason })
    if (!isNext) report({ type: 'reconnecting', inMs: retryMs })
    setTimeout(() => {
      if (!disposed && started !== null) connect(started, loaded, isNext)
    }, retryMs)
    retryMs = Math.min(longestRetryMs, retryMs * 2)
  }

  const ownOf = (of: Client | null): { x: number; z: number; storey: number } | null => {
    const at = of?.position() ?? null
    return at === null || place === null ? null : { x: at.x, z: at.z, storey: storeyAt(place.storeys, at.x, at.z) }
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
      started = options
      place = loadPlace(options.map)
      ownPlace = createOwnPlace(place.storeys)
      way = createWay(place)
      connect(options, place, false)
    },
    want,
    setLook(look) {
      if (started === null || place === null || started.look === look) return
      started = { ...started, look }
      next?.close()
      // Nobody yet: then the one that comes in is the one to come back as.
      if (token === 0n) client?.close()
      connect(started, place, token !== 0n)
    },
    setFigures(given) {
      figures = given
      client?.setFigures(figures)
      wake()
    },
    showWay(target) {
      way?.lead(target)
      ownPlace?.soon()
      wake()
    },
    loadPhysics: () => void loadPhysics(),
    push: (right, down) => want(right === 0 && down === 0 ? { ...standing } : steer(right, down)),
    stats() {
      const none = { tick: 0, avatars: 0, rttMs: 0, lagTicks: 0, bytesDown: 0, bytesUp: 0, corrections: 0, divergences: 0 }
      return {
        ...(client?.stats() ?? none),
        snapshotsSkipped: sender?.skipped() ?? 0,
        hasPhysics: physics !== null,
        loadedBytes: loadedBytes(),
        own: ownOf(client),
      }
    },
    dispose() {
      disposed = true
      if (timer !== null) clearTimeout(timer)
      next?.close()
      client?.close()
      physics?.dispose()
      client = null
      port?.close()
      release(report)
      report = () => {}
    },
  }
}
