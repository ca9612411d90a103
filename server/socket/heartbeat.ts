import type { WebSocket } from 'ws'

const everyMs = 15_000

/** Pings every socket that says nothing, and ends those that do not answer: a phone that went out of reach says no goodbye. */
export type Heartbeat = {
  watch(socket: WebSocket): void
  /** Waits until all sockets are closed, and ends those that are not after `ms`. */
  drain(ms: number): Promise<void>
  close(): void
}

export function createHeartbeat(options: { everyMs?: number } = {}): Heartbeat {
  /** Heard since the last look; quiet; or asked, and not heard since. */
  const alive = new Map<WebSocket, 'heard' | 'asked' | 'quiet'>()
  const timer = setInterval(() => {
    for (const [socket, state] of alive) {
      if (state === 'asked') socket.terminate()
      else if (state === 'heard') alive.set(socket, 'quiet')
      else {
        alive.set(socket, 'asked')
        socket.ping()
      }
    }
  }, options.everyMs ?? everyMs)
  timer.unref()
  return {
    watch(socket) {
      alive.set(socket, 'heard')
      const heard = () => {
        alive.set(socket, 'heard')
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
