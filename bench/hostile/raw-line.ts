import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export const worldPath = '/socket/world?region=kukar'

/** A request to become a WebSocket, as text. `change` alters or (undefined) leaves out headers. */
export function upgradeText(port: number, path: string = worldPath, change: Readonly<Record<string, string | undefined>> = {}): string {
  const headers: Record<string, string | undefined> = {
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    upgrade: 'websocket',
    connection: 'Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...change,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/** A frame from a client by RFC 6455 §5.2, or what is nearly one. */
export function wireFrame(
  payload: Uint8Array,
  options: { readonly opcode?: number; readonly reserved?: number; readonly masked?: boolean } = {},
): Buffer {
  const { opcode = 2, reserved = 0, masked = true } = options
  const { length } = payload
  const head = length < 126 ? Buffer.alloc(2) : Buffer.alloc(4)
  head[0] = 0x80 | (reserved << 4) | opcode
  head[1] = (masked ? 0x80 : 0) | Math.min(length, 126)
  if (length >= 126) head.writeUInt16BE(length, 2)
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload])
}

export type RawLine = {
  readonly socket: Socket
  /** All that was heard. */
  heard(): Buffer
  /** Resolves when the other end has ended or torn the line, or after `ms`. @returns whether it has */
  over(ms: number): Promise<boolean>
  /** Resolves when so many bytes were heard, or the line is over. */
  hears(bytes: number): Promise<void>
}

/** A TCP connection without manners. Never throws: a line that cannot be opened is over. */
export async function openRawLine(port: number): Promise<RawLine> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const chunks: Buffer[] = []
  let size = 0
  let isOver = false
  const wake: (() => void)[] = []
  const stir = (): void => {
    for (const one of wake.splice(0)) one()
  }
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    stir()
  })
  const end = (): void => {
    isOver = true
    stir()
  }
  socket.on('error', end)
  socket.on('end', end)
  socket.on('close', end)
  const stirred = (): Promise<void> => new Promise((resolve) => wake.push(resolve))
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve())
    socket.once('error', () => resolve())
  })
  return {
    socket,
    heard: () => Buffer.concat(chunks),
    async over(ms) {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        stir()
      }, ms)
      while (!isOver && !isLate) await stirred()
      clearTimeout(timer)
      return isOver
    },
    async hears(bytes) {
      while (!isOver && size < bytes) await stirred()
    },
  }
}

/** The code of the close frame among what a server said after its answer to the upgrade; null when there is none. */
export function closeCodeIn(heard: Buffer): number | null {
  const end = heard.indexOf('\r\n\r\n')
  for (let at = end < 0 ? heard.length : end + 4; at + 2 <= heard.length; ) {
    const opcode = heard[at] & 15
    const short = heard[at + 1] & 127
    const length = short === 126 ? heard.readUInt16BE(at + 2) : short
    const body = at + (short === 126 ? 4 : 2)
    if (opcode === 8) return length >= 2 && body + 2 <= heard.length ? heard.readUInt16BE(body) : null
    at = body + length
  }
  return null
}
