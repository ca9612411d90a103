import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

/** A weak line that comes and goes, in front of a server on loopback. */
export type WindowWire = {
  /** `http://localhost:PORT` */
  readonly origin: string
  /** From now on bytes flow at the rate. */
  open(): void
  /** All connections break; what was under way is lost, and nobody gets through. */
  cut(): void
  /** Bytes that have left the phone since `countFromHere`, headers and what was lost at a cut included; TCP's own are not. */
  upBytes(): number
  countFromHere(): void
  close(): Promise<void>
}

export type WindowWireOptions = {
  /** Each way, thousand bits a second; Infinity: no limit. Changed by `setRate`. */
  readonly kbitPerS: number
  /** There and back. */
  readonly rttMs: number
}

const packetBytes = 1400

/** Lays the line to a port on loopback; it begins open and without a limit until `setRate`. */
export async function layWindowWire(port: number, options: WindowWireOptions): Promise<WindowWire & { setRate(isSlow: boolean): void }> {
  const ends = new Set<Socket>()
  let isOpen = true
  let isSlow = false
  let up = 0
  const lanes = { up: { freeAtMs: 0 }, down: { freeAtMs: 0 } }
  const carry = (from: Socket, to: Socket, way: 'up' | 'down'): void => {
    from.on('data', (chunk) => {
      from.pause()
      let left = 0
      for (let at = 0; at < chunk.length; at += packetBytes) {
        const packet = chunk.subarray(at, at + packetBytes)
        const lane = lanes[way]
        const nowMs = performance.now()
        lane.freeAtMs = Math.max(nowMs, lane.freeAtMs) + (isSlow ? (packet.length * 8) / options.kbitPerS : 0)
        left += 1
        setTimeout(() => {
          left -= 1
          if (left === 0) from.resume()
          // What had not left when the line was cut never does.
          if (from.destroyed) return
          if (way === 'up') up += packet.length
          setTimeout(() => to.write(packet), isSlow ? options.rttMs / 2 : 0)
        }, lane.freeAtMs - nowMs)
      }
    })
    from.on('close', () => setTimeout(() => to.destroy(), Math.max(0, lanes[way].freeAtMs - performance.now()) + options.rttMs))
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
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    open() {
      isOpen = true
    },
    cut() {
      isOpen = false
      for (const end of ends) end.destroy()
      lanes.up.freeAtMs = 0
      lanes.down.freeAtMs = 0
    },
    setRate(to) {
      isSlow = to
    },
    upBytes: () => up,
    countFromHere() {
      up = 0
    },
    async close() {
      for (const end of ends) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
