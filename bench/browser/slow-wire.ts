import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

export type SlowWireOptions = {
  /** Each way has this much, and all connections share it, thousand bits a second; Infinity: no limit. */
  readonly kbitPerS: number
  /** There and back, ms. */
  readonly rttMs: number
}

/** A line of a weak network in front of a server: all connections share its bytes, each byte comes late. TCP's own slow start is not played. */
export type SlowWire = {
  /** `http://localhost:PORT` */
  readonly origin: string
  /** From now on the line is like this; bytes keep their order. */
  setLine(options: SlowWireOptions): void
  /** All connections break; what had not left is lost, and nobody gets through until `open`. */
  cut(): void
  open(): void
  /** Bytes that have left, both ways, since `countFromHere`: headers and what was lost on the way included, TCP's own not. */
  bytes(): number
  /** Of these, the phone's. */
  upBytes(): number
  countFromHere(): void
  close(): Promise<void>
}

const packetBytes = 1400

/** Lays a slow line to a port on loopback; it begins open. */
export async function openSlowWire(port: number, options: SlowWireOptions): Promise<SlowWire> {
  const ends = new Set<Socket>()
  let line = options
  let isOpen = true
  let lanes = { up: createLane(), down: createLane() }
  let left = { up: 0, down: 0 }
  const carry = (from: Socket, to: Socket, way: 'up' | 'down'): void => {
    const lane = lanes[way]
    from.on('data', (chunk) => {
      // The reader waits while the line is busy: what is sent is bounded as by a real window.
      from.pause()
      for (let at = 0; at < chunk.length; at += packetBytes) {
        const packet = chunk.subarray(at, at + packetBytes)
        const onLeft = (): void => {
          left[way] += packet.length
          if (at + packetBytes >= chunk.length) from.resume()
        }
        lane.send(line, packet.length, onLeft, () => to.write(packet))
      }
    })
    from.on('end', () => lane.send(line, 0, null, () => to.end()))
    from.on('close', () => lane.send(line, 0, null, () => to.destroy()))
  }
  const server = createServer((near) => {
    if (!isOpen) {
      near.destroy()
      return
    }
    const far = createConnection({ port, host: '127.0.0.1' })
    for (const end of [near, far]) {
      ends.add(end)
      end.setNoDelay(true)
      end.on('close', () => ends.delete(end))
      end.on('error', () => undefined)
    }
    carry(near, far, 'up')
    carry(far, near, 'down')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const breakAll = (): void => {
    for (const end of ends) end.destroy()
    for (const lane of [lanes.up, lanes.down]) lane.drop()
  }
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    setLine(to) {
      line = to
    },
    cut() {
      isOpen = false
      breakAll()
      lanes = { up: createLane(), down: createLane() }
    },
    open() {
      isOpen = true
    },
    bytes: () => left.up + left.down,
    upBytes: () => left.up,
    countFromHere() {
      left = { up: 0, down: 0 }
    },
    async close() {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Lane = {
  send(line: SlowWireOptions, bytes: number, onLeft: (() => void) | null, deliver: () => void): void
  /** Nothing that is on it leaves or arrives any more. */
  drop(): void
}

/** One direction: bytes leave one after the other at the line's rate and arrive half a round trip later. */
function createLane(): Lane {
  let freeAtMs = 0
  let isDropped = false
  const leaving: ((() => void) | null)[] = []
  const arriving: (() => void)[] = []
  return {
    send({ kbitPerS, rttMs }, bytes, onLeft, deliver) {
      const nowMs = performance.now()
      freeAtMs = Math.max(nowMs, freeAtMs) + (bytes * 8) / kbitPerS
      const leftInMs = freeAtMs - nowMs
      leaving.push(onLeft)
      arriving.push(deliver)
      // Timers of one millisecond come in any order, packets do not: each timer lets the first of them go.
      setTimeout(() => isDropped || leaving.shift()?.(), leftInMs)
      setTimeout(() => isDropped || arriving.shift()?.(), leftInMs + rttMs / 2)
    },
    drop() {
      isDropped = true
    },
  }
}
