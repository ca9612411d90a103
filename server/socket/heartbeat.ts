import type { WebSocket } from 'ws'

const everyMs = 20_000

/** Pings every socket and ends those that did not answer the ping before: a phone that went out of reach says no goodbye. */
export type Heartbeat = {
  watch(socket: WebSocket): void
  /** Waits until all sockets are closed, and ends those that are not after `ms`. */
  drain(ms: number): Promise<void>
  close(): void
}

export function createHeartbeat(options: { everyMs?: number } = {}): Heartbeat {
  const alive = new Map<WebSocket, boolean>()
  const timer = setInterval(() => {
    for (const [socket, hasAnswered] of alive) {
      if (!hasAnswered) {
        socket.terminate()
        continue
      }
      alive.set(socket, false)
      socket.ping()
    }
  }, options.everyMs ?? everyMs)
  timer.unref()
  return {
    watch(socket) {
      alive.set(socket, true)
      const heard = () => {
        alive.set(socket, true)
      }
      socket.on('pong', heard)
      socket.on('message', heard)
      socket.on('close', () => alive.delete(socket))
    },
    async drain(ms) {
      const closed = Promise.all([...alive.keys()].map((socket) => new Promise((done) => socket.once('close', done))))
      const late = setTimeout(() => {
        for (const socket of alive.keys()) socket.terminate()
      }, ms)
      await closed
      clearTimeout(late)
    },
    close: () => clearInterval(timer),
  }
}
