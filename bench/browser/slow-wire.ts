import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

export type SlowWireOptions = {
  /** Both ways together have this much, thousand bits a second; Infinity: no limit. */
  readonly kbitPerS: number
  /** There and back, ms. */
  readonly rttMs: number
}

/** A line of a weak network in front of a server: all connections share its bytes, each byte comes late. TCP's own slow start is not played. */
export type SlowWire = {
  /** `http://localhost:PORT` */
  readonly origin: string
  bytes(): number
  close(): Promise<void>
}

/** Lays a slow line to a port on loopback. */
export async function openSlowWire(port: number, options: SlowWireOptions): Promise<SlowWire> {
  const ends = new Set<Socket>()
  let total = 0
  const lanes = { up: createLane(options), down: createLane(options) }
  const server = createServer((near) => {
    const far = createConnection({ port, host: '127.0.0.1' })
    for (const end of [near, far]) {
      ends.add(end)
      end.setNoDelay(true)
      end.on('close', () => ends.delete(end))
      end.on('error', () => undefined)
    }
    const carry = (from: Socket, to: Socket, lane: Lane): void => {
      from.on('data', (chunk) => {
        total += chunk.length
        // The reader waits while the line is busy: what is sent is bounded as by a real window.
        from.pause()
        lane.send(
          chunk.length,
          () => to.write(chunk),
          () => from.resume(),
        )
      })
      from.on('end', () => lane.send(0, () => to.end(), null))
      from.on('close', () => lane.send(0, () => to.destroy(), null))
    }
    carry(near, far, lanes.up)
    carry(far, near, lanes.down)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    bytes: () => total,
    async close() {
      for (const end of ends) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Lane = { send(bytes: number, deliver: () => void, onSent: (() => void) | null): void }

/** One direction: bytes leave one after the other at the line's rate and arrive half a round trip later. */
function createLane({ kbitPerS, rttMs }: SlowWireOptions): Lane {
  let freeAtMs = 0
  return {
    send(bytes, deliver, onSent) {
      const nowMs = performance.now()
      freeAtMs = Math.max(nowMs, freeAtMs) + (bytes * 8) / kbitPerS
      const sentInMs = freeAtMs - nowMs
      setTimeout(deliver, sentInMs + rttMs / 2)
      if (onSent !== null) setTimeout(onSent, sentInMs)
    },
  }
}
