import { frameBit, messageType, type Socket } from '@balai/engine/net'
import { WebSocket } from 'ws'
import { frameBytes } from './frame-bytes.ts'
import type { Line } from './line.ts'

/** What one person's connection has carried, over all its sockets. Bytes with the WebSocket headers. */
export type Meter = { bytesDown: number; bytesUp: number; framesDown: number; newsFrames: number; framesUp: number; intents: number }

export function createMeter(): Meter {
  return { bytesDown: 0, bytesUp: 0, framesDown: 0, newsFrames: 0, framesUp: 0, intents: 0 }
}

export type BotSocketOptions = {
  readonly url: string
  readonly line: Line
  readonly clock: () => number
  readonly meter: Meter
  /** News of others is handed on; else it is counted and dropped. */
  readonly wantsNews: boolean
  /** A message other than news has arrived. */
  readonly onHeard: () => void
  /** Once, when the socket is closed, by whomever; `failure` is what went wrong before it was open. */
  readonly onEnd: (code: number, failure: string | null) => void
}

const connectWithinMs = 20_000

/** A real WebSocket behind a line, as the engine's socket. Bytes count when they cross the wire. `cut` tears it without a goodbye. */
export function openBotSocket(options: BotSocketOptions): Socket & { cut(): void } {
  const { line, clock, meter } = options
  const web = new WebSocket(options.url, { perMessageDeflate: false, handshakeTimeout: connectWithinMs })
  const early: Uint8Array[] = []
  let failure: string | null = null

  const transmit = (bytes: Uint8Array): void => {
    if (web.readyState === WebSocket.CONNECTING) return void early.push(bytes)
    if (web.readyState !== WebSocket.OPEN) return
    meter.bytesUp += frameBytes(bytes.length, 'client')
    meter.framesUp += 1
    if (bytes[0] === messageType.intent) meter.intents += 1
    web.send(bytes)
  }
  const socket = {
    send(bytes: Uint8Array): void {
      const copy = bytes.slice()
      line.post('up', clock(), () => transmit(copy))
    },
    close(code: number, reason: string): void {
      line.post('up', clock(), () => web.close(code, reason))
    },
    bufferedAmount: () => web.bufferedAmount,
    onMessage: null as Socket['onMessage'],
    onClose: null as Socket['onClose'],
    cut(): void {
      line.tear()
      web.terminate()
    },
  }
  web.on('open', () => early.splice(0).forEach(transmit))
  web.on('message', (data: Buffer) => {
    meter.bytesDown += frameBytes(data.length, 'server')
    meter.framesDown += 1
    const isNews = (data[0] & frameBit) !== 0
    if (isNews) meter.newsFrames += 1
    if (isNews && !options.wantsNews) return
    line.post('down', clock(), () => {
      options.onHeard()
      socket.onMessage?.(data)
    })
  })
  // The server's heartbeat; ws answers by itself with the same payload.
  web.on('ping', (data: Buffer) => {
    meter.bytesDown += frameBytes(data.length, 'server')
    meter.bytesUp += frameBytes(data.length, 'client')
  })
  web.on('error', (error) => {
    failure = error.message || error.name
  })
  web.on('close', (code: number, reason: Buffer) => {
    line.post('down', clock(), () => socket.onClose?.(code, String(reason)))
    options.onEnd(code, failure)
  })
  return socket
}
