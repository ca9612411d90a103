import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'
import type { Meter } from '../bots/bot-socket.ts'
import { frameBytes } from '../bots/frame-bytes.ts'

/** A client's connection to a peer: it speaks, and counts what it hears without reading it. */
export type PeerSocket = {
  send(type: number, bytes: Uint8Array): void
  close(): void
  /** Ends it without waiting. */
  cut(): void
}

export type PeerSocketOptions = {
  /** `localhost:PORT` */
  readonly host: string
  readonly meter: Meter
  /** May speak from now on. */
  readonly onOpen: () => void
  /** Once; `failure` is what went wrong before. */
  readonly onEnd: (code: number, failure: string | null) => void
}

export const peerProtocols = { ws: openPlainSocket, colyseus: openColyseusSocket } as const
export type PeerProtocol = keyof typeof peerProtocols

/** Colyseus' own first byte of each message. */
const colyseus = { joinRoom: 10, roomDataBytes: 17 }
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function openPlainSocket(options: PeerSocketOptions): PeerSocket {
  const web = open(`ws://${options.host}/`, options)
  web.on('open', options.onOpen)
  return speaker(web, options.meter, (type) => [type])
}

/** Asks for a seat over HTTP, takes it over a WebSocket, and says that it is ready, as the official client does. */
function openColyseusSocket(options: PeerSocketOptions): PeerSocket {
  const { host, meter, onOpen, onEnd } = options
  let web: WebSocket | null = null
  let own: PeerSocket | null = null
  let isOver = false
  const sit = async (): Promise<void> => {
    try {
      const { roomId, processId, sessionId } = await askForSeat(host)
      if (isOver) return onEnd(1000, null)
      web = open(`ws://${host}/${processId}/${roomId}?sessionId=${sessionId}`, options)
    } catch (error) {
      return onEnd(1006, error instanceof Error ? error.message : String(error))
    }
    const taken = web
    taken.on('message', (data: Buffer) => {
      if (own !== null || data[0] !== colyseus.joinRoom) return
      own = speaker(taken, meter, (type) => [colyseus.roomDataBytes, type])
      count(meter, 1)
      taken.send(Uint8Array.of(colyseus.joinRoom))
      onOpen()
    })
  }
  void sit()
  return {
    send: (type, bytes) => own?.send(type, bytes),
    close() {
      isOver = true
      web?.close(1000)
    },
    cut() {
      isOver = true
      web?.terminate()
    },
  }
}

function open(url: string, { meter, onEnd }: PeerSocketOptions): WebSocket {
  const web = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: 20_000 })
  let failure: string | null = null
  web.on('message', (data: Buffer) => {
    meter.bytesDown += frameBytes(data.length, 'server')
    meter.framesDown += 1
    meter.newsFrames += 1
  })
  // ws answers a ping by itself with the same payload.
  web.on('ping', (data: Buffer) => {
    meter.bytesDown += frameBytes(data.length, 'server')
    meter.bytesUp += frameBytes(data.length, 'client')
  })
  web.on('error', (error) => {
    failure = error.message || error.name
  })
  web.on('close', (code: number) => onEnd(code, failure))
  return web
}

function count(meter: Meter, payload: number): void {
  meter.bytesUp += frameBytes(payload, 'client')
  meter.framesUp += 1
}

function speaker(web: WebSocket, meter: Meter, head: (type: number) => readonly number[]): PeerSocket {
  return {
    send(type, bytes) {
      if (web.readyState !== WebSocket.OPEN) return
      const first = head(type)
      const message = new Uint8Array(first.length + bytes.length)
      message.set(first)
      message.set(bytes, first.length)
      count(meter, message.length)
      web.send(message)
    },
    close: () => web.close(1000),
    cut: () => web.terminate(),
  }
}

type Seat = { readonly roomId: string; readonly processId: string; readonly sessionId: string }

function askForSeat(host: string): Promise<Seat> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': '2' }
    const asking = request(`http://${host}/matchmake/joinOrCreate/hall`, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (answer.statusCode === 200) resolve(JSON.parse(text) as Seat)
        else reject(new Error(`a seat was answered ${answer.statusCode}: ${text.slice(0, 200)}`))
      })
    })
    asking.once('error', reject)
    asking.end('{}')
  })
}
