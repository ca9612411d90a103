import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { serviceSocketPath, worldSocketPath } from '../../game/api/index.ts'
import { acceptedLanguage, isSameOrigin, languageCookie, type Language } from '../http/index.ts'
import type { Identity, Log } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import { createHeartbeat } from './heartbeat.ts'
import { largestMessage } from './service-message.ts'
import type { ServiceSockets } from './service-socket.ts'
import type { WorldSockets } from './world-socket.ts'

/** Frames above this never reach us: ws ends the socket itself (1009). A little above our own limit, which has a code of its own. */
const hardLimit = 4 * largestMessage
const worldLimit = 4096
/** How long a page may take to answer the goodbye. */
const goodbyeMs = 1000
/** A page's messages are alike, so a small window keeps them small; about 40 KB a socket. */
const compression = {
  threshold: 512,
  serverMaxWindowBits: 13,
  clientMaxWindowBits: 10,
  zlibDeflateOptions: { memLevel: 4 },
} as const

/**
 * Takes the upgrades of an HTTP server: the service socket and the walking socket (`?region=`), each only from our own pages.
 * @returns a function that takes no more, says to every page that the server goes away, and resolves when all sockets are closed
 */
export function attachSockets(
  server: Server,
  services: {
    identity: Pick<Identity, 'whoIs'>
    malls: Malls
    service: ServiceSockets
    world: WorldSockets
    publicOrigin: string | null
    log: Log
  },
): () => Promise<void> {
  const { identity, malls, service, world, publicOrigin, log } = services
  const heartbeat = createHeartbeat()
  const serviceServer = new WebSocketServer({ noServer: true, maxPayload: hardLimit, perMessageDeflate: compression })
  const worldServer = new WebSocketServer({ noServer: true, maxPayload: worldLimit, perMessageDeflate: false })

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname !== serviceSocketPath && url.pathname !== worldSocketPath) return refuse(stream, '404 Not Found')
    const { host, origin, cookie } = request.headers
    // A browser always names the page's origin here; what names none is no browser and carries nobody's cookie unasked.
    if (!isSameOrigin({ host, origin }, publicOrigin)) return refuse(stream, '403 Forbidden')
    const region = url.searchParams.get('region') ?? ''
    if (url.pathname === worldSocketPath && malls.region(region) === null) return refuse(stream, '404 Not Found')
    const who = await identity.whoIs(cookie)
    if (stream.destroyed) return
    const take = (accept: (socket: WebSocket) => void) => (socket: WebSocket) => {
      heartbeat.watch(socket)
      accept(socket)
    }
    if (url.pathname === worldSocketPath) {
      worldServer.handleUpgrade(
        request,
        stream,
        head,
        take((socket) => world.take(socket, stream, { who, region })),
      )
    } else {
      const language = languageOf(url, request)
      serviceServer.handleUpgrade(
        request,
        stream,
        head,
        take((socket) => service.take(socket, { who, language, cookie })),
      )
    }
  }
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // For as long as the stream lives: who is refused may still tear the line, and an error that nobody hears ends the server.
    stream.on('error', () => stream.destroy())
    upgrade(request, stream, head).catch((error: unknown) => {
      log({ error }, 'a socket could not be taken')
      refuse(stream, '503 Service Unavailable')
    })
  }
  server.on('upgrade', onUpgrade)
  return async () => {
    server.off('upgrade', onUpgrade)
    service.close()
    world.close()
    await heartbeat.drain(goodbyeMs)
    heartbeat.close()
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function languageOf(url: URL, request: IncomingMessage): Language {
  const asked =
    url.searchParams.get(languageCookie) ??
    new RegExp(`(?:^|;\\s*)${languageCookie}=(id|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
  return asked === 'id' || asked === 'en' ? asked : acceptedLanguage(request.headers['accept-language'])
}
