import { readFileSync } from 'node:fs'
import { WebSocket } from 'ws'
import { loadPlace } from '@balai/engine/host'
import {
  type ClientMessage,
  createWireWriter,
  protocolVersion,
  createSight,
  readServerMessage,
  type ServerMessage,
  writeClientMessage,
  written,
} from '@balai/engine/net'
import type { Region, ServiceEvent } from '../../game/api/index.ts'

export type Frame = string | Uint8Array
const withinMs = 15_000
type RawOptions = { readonly cookie?: string; readonly from?: string }

/** A socket without manners: what it sends is not checked, what it hears is kept. Open when it is handed over. */
export type RawSocket<Heard> = {
  readonly heard: Heard[]
  send(frame: Frame): void
  /** The close code, whoever closed. */
  readonly closed: Promise<number>
  isOpen(): boolean
  /** Waits for a message, old or new, that passes. */
  until(test: (message: Heard) => boolean): Promise<Heard>
  close(): void
}

/** @throws Error `refused with STATUS` when the server does not take it */
async function openRaw<Heard>(address: string, read: (bytes: Buffer) => Heard, options: RawOptions = {}): Promise<RawSocket<Heard>> {
  const { cookie, from } = options
  const headers = { ...(cookie === undefined ? {} : { cookie }), ...(from === undefined ? {} : { origin: from }) }
  const socket = new WebSocket(address.replace(/^http/, 'ws'), { headers })
  const heard: Heard[] = []
  socket.on('message', (data) => heard.push(read(data as Buffer)))
  const closed = new Promise<number>((done) => socket.on('close', (code) => done(code)))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, { statusCode }) => reject(new Error(`refused with ${statusCode}`)))
  })
  socket.on('error', () => undefined)
  return {
    heard,
    closed,
    // A frame for a socket that the server has just closed is lost, as it would be from a page.
    send: (frame) => (socket.readyState === WebSocket.OPEN ? socket.send(frame) : undefined),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    until(test) {
      const before = heard.find(test)
      if (before !== undefined) return Promise.resolve(before)
      return new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(late)
          socket.off('message', look)
          socket.off('close', gone)
        }
        const look = (): void => {
          const message = heard[heard.length - 1]
          if (!test(message)) return
          end()
          resolve(message)
        }
        const give = (why: string): void => {
          end()
          reject(new Error(`${why} before the message came; heard last: ${JSON.stringify(heard.slice(-5)).slice(0, 2000)}`))
        }
        const gone = (code: number): void => give(`the socket was closed with ${code}`)
        const late = setTimeout(() => give(`${withinMs / 1000} s passed`), withinMs)
        socket.on('message', look)
        socket.on('close', gone)
      })
    },
    close: () => socket.close(),
  }
}

export const openService = (origin: string, options: RawOptions = {}): Promise<RawSocket<ServiceEvent>> =>
  openRaw(`${origin}/socket/service`, (bytes) => JSON.parse(bytes.toString()) as ServiceEvent, { from: origin, ...options })

export const openWorld = (origin: string, region: string, options: RawOptions = {}): Promise<RawSocket<ServerMessage>> => {
  const sight = createSight()
  return openRaw(`${origin}/socket/world?region=${region}`, (bytes) => readServerMessage(bytes, sight, 0), { from: origin, ...options })
}

/** The bytes of a client's walking message. */
export function walkingFrame(message: ClientMessage): Uint8Array {
  const writer = createWireWriter()
  writeClientMessage(writer, message)
  return written(writer).slice()
}

/** The hello that a page built from these files sends for a region. */
export async function helloTo(origin: string, region: string): Promise<Uint8Array> {
  const { regions } = (await (await fetch(`${origin}/api/regions`)).json()) as { regions: Region[] }
  const map = regions.find(({ slug }) => slug === region)?.map
  const { hash } = loadPlace(JSON.parse(readFileSync(new URL(`../../assets/maps/${map}.tmj`, import.meta.url), 'utf8')))
  return walkingFrame({ type: 'hello', version: protocolVersion, look: 0, mapHash: hash, canCollide: false, token: 0n })
}
