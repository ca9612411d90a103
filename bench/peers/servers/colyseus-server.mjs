// What both Colyseus peers share: the server as its documentation sets it up, and how clients' messages reach the hall.
import { Room, Server } from '@colyseus/core'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { peerMessage } from '../peer-messages.ts'
import { createPeerHall, tickEveryMs } from '../peer-hall.ts'
import { reportListening } from './report.mjs'

/** A room with the common hall in it. A subclass says how others see it, in `moved`, `onJoin` and `onLeave`. */
export class HallRoom extends Room {
  hall = createPeerHall(process.argv[2])
  /** Slot of each session. */
  slots = new Map()

  onCreate() {
    for (const type of Object.values(peerMessage)) {
      this.onMessageBytes(type, (client, bytes) => {
        const slot = this.slots.get(client.sessionId)
        this.hall.receive(slot, type, bytes)
        this.moved(slot)
      })
    }
    this.setSimulationInterval(() => {
      for (const slot of this.hall.step()) this.moved(slot)
    }, tickEveryMs)
  }
  /** A slot is elsewhere than before. */
  moved(_slot) {}
}

export async function serveRoom(room) {
  const transport = new WebSocketTransport({ perMessageDeflate: false })
  const server = new Server({ transport, greet: false, gracefullyShutdown: false })
  server.define('hall', room)
  await server.listen(0, '127.0.0.1')
  reportListening(transport.server.address().port)
}
