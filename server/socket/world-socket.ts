import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCodes } from '@balai/engine/net'
import { avatarFlag } from '@balai/engine/snapshot'
import type { ContactService } from '../contact/index.ts'
import type { Who } from '../identity/index.ts'
import type { WorldConnection, WorldDirectory } from '../world/index.ts'
import { frameInPlace } from './frame-in-place.ts'
import { mostBuffered } from './service-connection.ts'

/** All walking sockets of this server. Their frames are binary and pass unread between the page and the world threads. */
export type WorldSockets = {
  /** @param stream what the socket writes to: frames of the hall go there directly */
  take(socket: WebSocket, stream: Duplex, person: { who: Who; region: string }): void
  count(): number
  close(): void
}

export function createWorldSockets(services: { directory: WorldDirectory; contact: ContactService }): WorldSockets {
  const { directory, contact } = services
  const sockets = new Set<WebSocket>()
  const byCitizen = new Map<string, Set<WorldConnection>>()

  /** Who is called, and who is in a talk, shows it over the head: nothing more is known of a person in the hall. */
  function flagsOf(citizen: string): number {
    const talks = contact.openOf('citizen', citizen)
    const isSpeaking = talks.some(({ state }) => state === 'talking')
    if (isSpeaking) return avatarFlag.speaking
    return talks.length > 0 ? avatarFlag.called : 0
  }
  contact.events.on('contact', ({ citizen }) => {
    for (const connection of byCitizen.get(citizen) ?? []) connection.mark(flagsOf(citizen))
  })

  return {
    take(socket, stream, { who, region }) {
      sockets.add(socket)
      const connection = directory.connect({
        region,
        name: who.role === 'officer' ? who.officer.name : null,
        send(bytes) {
          if (socket.readyState !== socket.OPEN) return
          if (socket.bufferedAmount > mostBuffered) {
            socket.close(closeCodes.slow.code, closeCodes.slow.reason)
            socket.terminate()
            return
          }
          stream.write(frameInPlace(bytes))
        },
        close: (code, reason) => socket.close(code, reason),
      })
      if (who.role === 'officer') connection.mark(avatarFlag.officer)
      if (who.role === 'citizen') {
        const own = byCitizen.get(who.citizen.id) ?? new Set()
        byCitizen.set(who.citizen.id, own.add(connection))
        connection.mark(flagsOf(who.citizen.id))
      }
      socket.on('message', (data, isBinary) => {
        // Until the other end has said goodbye too, ws reads on: nothing of that is the hall's business.
        if (socket.readyState !== socket.OPEN) return
        if (!isBinary) return socket.close(closeCodes.badMessage.code, closeCodes.badMessage.reason)
        connection.receive(data as Buffer)
      })
      socket.on('error', () => socket.terminate())
      socket.on('close', (code) => {
        sockets.delete(socket)
        connection.gone(code)
        if (who.role !== 'citizen') return
        const own = byCitizen.get(who.citizen.id)
        own?.delete(connection)
        if (own?.size === 0) byCitizen.delete(who.citizen.id)
      })
    },
    count: () => sockets.size,
    close() {
      for (const socket of sockets) socket.close(closeCodes.goingAway.code, closeCodes.goingAway.reason)
    },
  }
}
