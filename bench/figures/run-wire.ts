import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A wire of one's own in front of a server: everything that crosses it is counted, headers, threads and sockets included. */
export type RunWire = {
  /** `http://localhost:PORT`: the same server, seen through this wire. */
  readonly origin: string
  /** Bytes from the server. */
  bytesDown(): number
  /** Bytes to the server. */
  bytesUp(): number
  /** Resolves when nothing has crossed for `quietMs`, or after `atMostMs`. */
  quiet(quietMs: number, atMostMs: number): Promise<void>
  close(): Promise<void>
}

/** Lays a wire to a port on loopback. */
export async function openWire(port: number): Promise<RunWire> {
  const ends = new Set<Socket>()
  let down = 0
  let up = 0
  let lastAtMs = performance.now()
  const keep = (socket: Socket): void => {
    ends.add(socket)
    socket.on('close', () => ends.delete(socket))
  }
  const server = createServer((near) => {
    const far = createConnection({ port, host: '127.0.0.1' })
    keep(near)
    keep(far)
    join(near, far, (bytes) => {
      up += bytes
      lastAtMs = performance.now()
    })
    join(far, near, (bytes) => {
      down += bytes
      lastAtMs = performance.now()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    bytesDown: () => down,
    bytesUp: () => up,
    async quiet(quietMs, atMostMs) {
      const until = performance.now() + atMostMs
      while (performance.now() < until && performance.now() - lastAtMs < quietMs) await wait(50)
    },
    async close() {
      for (const end of ends) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Hands everything on, with the reader's own pace. */
function join(from: Socket, to: Socket, count: (bytes: number) => void): void {
  from.setNoDelay(true)
  from.on('data', (chunk) => {
    count(chunk.length)
    if (!to.write(chunk)) from.pause()
  })
  to.on('drain', () => from.resume())
  from.on('end', () => to.end())
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}
