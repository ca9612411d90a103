// Peer: a Colyseus room that leaves its state empty and sends bytes. Ten times a second every client gets a full packing of those nearest to it.
import { sendEveryMs, toldOf } from '../peer-hall.ts'
import { HallRoom, serveRoom } from './colyseus-server.mjs'

const near = new Uint16Array(toldOf)
/** The message that carries a packing. */
const packing = 1

class BytesRoom extends HallRoom {
  patchRate = null

  onCreate() {
    super.onCreate()
    this.clock.setInterval(() => {
      for (const client of this.clients) {
        const slot = this.slots.get(client.sessionId)
        client.sendBytes(packing, this.hall.pack(near, this.hall.nearest(slot, near)))
      }
    }, sendEveryMs)
  }
  onJoin(client) {
    this.slots.set(client.sessionId, this.hall.join())
  }
  onLeave(client) {
    this.hall.leave(this.slots.get(client.sessionId))
    this.slots.delete(client.sessionId)
  }
}

await serveRoom(BytesRoom)
