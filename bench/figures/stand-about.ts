import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient, loadPlace } from '@balai/engine/host'
import type { Socket } from '@balai/engine/net'
import { WebSocket } from 'ws'
import type { RunServer } from './run-server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const updateEveryMs = 250

/** People who come into Kukar's hall, by the engine's own headless clients, and stand where they came in. */
export type Standers = { readonly entered: () => number; stop(): void }

export function standAbout(server: RunServer, count: number): Standers {
  const place = loadPlace(JSON.parse(readFileSync(join(root, 'assets/maps/kukar.tmj'), 'utf8')))
  const url = `${server.origin.replace('http', 'ws')}/socket/world?region=kukar`
  let entered = 0
  const clients: Client[] = Array.from({ length: count }, (_, i) =>
    createClient({
      place,
      socket: openSocket(url, server.origin),
      clock: () => performance.now(),
      look: Math.imul(i + 1, 0x9e3779b1) >>> 0,
      physics: null,
      onEvent(event) {
        if (event.type === 'entered') entered++
      },
    }),
  )
  const timer = setInterval(() => {
    for (const client of clients) client.update(performance.now())
  }, updateEveryMs)
  return {
    entered: () => entered,
    stop() {
      clearInterval(timer)
      for (const client of clients) client.close()
    },
  }
}

function openSocket(url: string, origin: string): Socket {
  const web = new WebSocket(url, { headers: { origin } })
  const early: Uint8Array[] = []
  const socket: Socket = {
    send: (bytes) => (web.readyState === WebSocket.OPEN ? web.send(bytes) : void early.push(bytes.slice())),
    close: (code, reason) => web.close(code, reason),
    bufferedAmount: () => web.bufferedAmount,
    onMessage: null,
    onClose: null,
  }
  web.on('open', () => early.splice(0).forEach((bytes) => web.send(bytes)))
  web.on('message', (data: Buffer) => socket.onMessage?.(new Uint8Array(data)))
  web.on('close', (code: number, reason: Buffer) => socket.onClose?.(code, String(reason)))
  return socket
}
