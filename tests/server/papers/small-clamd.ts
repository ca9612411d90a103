import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { ClamdAddress } from '../../../server/papers/clamd.ts'

/** The file that every scanner finds and that harms nobody, in two halves so that none finds it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A server that speaks INSTREAM as clamd does (clamd(8)), and finds EICAR. */
export async function startSmallClamd(options: { path?: string; port?: number; answer?: (socket: Socket) => void } = {}): Promise<{
  readonly address: ClamdAddress
  /** What was sent, a file each. */
  readonly heard: () => readonly Buffer[]
  close(): Promise<void>
}> {
  const files: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    let received = Buffer.alloc(0)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const file = readInstream(received)
      if (file === null) return
      received = Buffer.alloc(0)
      files.push(file)
      if (options.answer !== undefined) options.answer(socket)
      else socket.end(file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((listening) =>
    options.path === undefined ? server.listen(options.port ?? 0, '127.0.0.1', listening) : server.listen(options.path, listening),
  )
  return {
    address: options.path === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path: options.path },
    heard: () => files,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The file, when the whole stream has arrived; null before. */
function readInstream(received: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (!received.subarray(0, command.length).equals(command)) return null
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    if (at + 4 + length > received.length) return null
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
