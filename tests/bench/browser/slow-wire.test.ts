import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { openSlowWire, type SlowWire } from '../../../bench/browser/slow-wire.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function echo(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  ends.push(() => server.close())
  return (server.address() as AddressInfo).port
}
async function through(wire: SlowWire, bytes: number): Promise<number> {
  const socket = connect(Number(new URL(wire.origin).port), '127.0.0.1')
  ends.push(() => socket.destroy())
  await once(socket, 'connect')
  const startMs = performance.now()
  socket.write(Buffer.alloc(bytes, 7))
  let got = 0
  await new Promise<void>((done) =>
    socket.on('data', (chunk) => {
      got += chunk.length
      if (got === bytes) done()
    }),
  )
  return performance.now() - startMs
}

it('brings every byte, late by the round trip and by what the rate allows', async () => {
  const port = await echo()
  const late = await openSlowWire(port, { kbitPerS: Number.POSITIVE_INFINITY, rttMs: 120 })
  const narrow = await openSlowWire(port, { kbitPerS: 800, rttMs: 0 })
  ends.push(late.close, narrow.close)
  // No longer than a machine may stall, no shorter than the line allows.
  expect(await through(late, 10)).toBeGreaterThan(110)
  expect(await through(narrow, 20_000)).toBeGreaterThan(190)
  expect(narrow.bytes()).toBe(40_000)
})

it('breaks at a cut, lets nobody through until it is open again, and counts what the phone lost', async () => {
  const wire = await openSlowWire(await echo(), { kbitPerS: Number.POSITIVE_INFINITY, rttMs: 0 })
  ends.push(wire.close)
  await through(wire, 5000)
  wire.setLine({ kbitPerS: 100, rttMs: 0 })
  wire.countFromHere()
  const socket = connect(Number(new URL(wire.origin).port), '127.0.0.1').on('error', () => undefined)
  const closed = once(socket, 'close')
  // Four seconds of the line: a part has left when it breaks, and the rest never does.
  socket.write(Buffer.alloc(50_000, 7))
  await expect.poll(() => wire.upBytes(), { timeout: 5000 }).toBeGreaterThan(0)
  wire.cut()
  const lost = wire.upBytes()
  await closed
  await expect(Promise.race([through(wire, 10), new Promise((done) => setTimeout(done, 300, 'nobody'))])).resolves.toBe('nobody')
  expect(wire.upBytes()).toBe(lost)
  expect(lost).toBeLessThan(50_000)
  wire.open()
  await through(wire, 1000)
  expect(wire.upBytes()).toBe(lost + 1000)
  expect(wire.bytes()).toBeGreaterThan(wire.upBytes())
})
