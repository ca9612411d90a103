import { tickMs } from '../../core/index.ts'
import type { Extension, ExtensionEvent } from '../../sim/index.ts'
import { createHalls, type Halls } from '../halls.ts'
import type { Connection } from '../world-server.ts'
import { platform } from './platform.ts'
import { socketOf, type WebSocketLike } from './socket-of.ts'

export type ServeHallsOptions = {
  /** Most people in one hall; default 100. */
  readonly capacity?: number
  /** The application's own data and rules, the same as in its simulation worker. */
  readonly extensions?: readonly Extension[]
  /** Hears within a tick what an extension tells, and in which hall. */
  readonly onExtensionEvent?: (hall: string, event: ExtensionEvent) => void
}

/** Halls that tick by themselves while somebody is in one. */
export type ServedHalls = Pick<Halls, 'open' | 'stats'> & {
  /** Lets the person at an open WebSocket into a hall that was opened; `name` is shown over the head (default: none). */
  accept(web: WebSocketLike, hall: string, person?: { readonly name: string | null }): Promise<Connection>
  /** Sends everybody away and stops. */
  close(): void
}

/** Authoritative halls on this machine's clock, for the sockets of any WebSocket server. */
export function serveHalls(options: ServeHallsOptions = {}): ServedHalls {
  const { performance, crypto, setInterval, clearInterval } = platform
  const words = new BigUint64Array(1)
  const newToken = (): bigint => crypto.getRandomValues(words)[0]
  const seed = Number(newToken() & 0xffffffffn)
  const halls = createHalls({ ...options, capacity: options.capacity ?? 100, clock: () => performance.now(), seed, newToken })
  let timer: unknown = null
  const stop = (): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  const step = (): void => {
    if (!halls.step()) stop()
  }
  return {
    open: halls.open,
    stats: halls.stats,
    async accept(web, hall, person = { name: null }) {
      const connection = await halls.connect(hall, socketOf(web), person)
      timer ??= setInterval(step, tickMs)
      return connection
    },
    close() {
      halls.close()
      stop()
    },
  }
}
