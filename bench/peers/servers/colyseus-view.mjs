// Peer: a Colyseus room whose schema state holds everybody, with a StateView for each client of those nearest to it. Patches go out ten times a second.
import { schema, StateView, t } from '@colyseus/schema'
import { sendEveryMs, toldOf } from '../peer-hall.ts'
import { HallRoom, serveRoom } from './colyseus-server.mjs'

/** 64ths of a metre in 16 bits, as everything here. */
const metres = () => t.quantized({ min: 0, max: 1024, bits: 16, mode: 'wrap' })
/** `facing` has the top bit for walking. */
const Player = schema({ x: metres(), z: metres(), facing: t.uint8() }, 'Player')
const State = schema({ players: t.map(Player).view() }, 'State')
/** Who is near is looked at every 400 ms, a quarter of the clients at each patch. */
const lookEveryPatches = 4
const near = new Uint16Array(toldOf)

class ViewRoom extends HallRoom {
  patchRate = sendEveryMs
  state = new State()
  /** By slot: the player in the state, and who is in the client's view. */
  players = []
  seen = new Map()
  turn = 0

  onJoin(client) {
    const slot = this.hall.join()
    const player = new Player()
    this.slots.set(client.sessionId, slot)
    this.players[slot] = player
    this.moved(slot)
    this.state.players.set(client.sessionId, player)
    client.view = new StateView()
    this.seen.set(client, new Set())
    this.look(client)
  }
  onLeave(client) {
    const slot = this.slots.get(client.sessionId)
    const player = this.players[slot]
    for (const [other, seen] of this.seen) if (seen.delete(player)) other.view.remove(player)
    this.seen.delete(client)
    client.view.dispose()
    this.state.players.delete(client.sessionId)
    this.players[slot] = undefined
    this.slots.delete(client.sessionId)
    this.hall.leave(slot)
  }
  moved(slot) {
    const { x, z, facing, isMoving } = this.hall.walkers[slot]
    Object.assign(this.players[slot], { x, z, facing: facing | (isMoving ? 0x80 : 0) })
  }
  onBeforePatch() {
    this.turn = (this.turn + 1) % lookEveryPatches
    for (const client of this.clients) {
      if (this.slots.get(client.sessionId) % lookEveryPatches === this.turn) this.look(client)
    }
  }
  /** Puts into the client's view who came near, and takes out who is no longer. */
  look(client) {
    const seen = this.seen.get(client)
    if (seen === undefined) return
    const now = new Set()
    const count = this.hall.nearest(this.slots.get(client.sessionId), near)
    for (let i = 0; i < count; i++) now.add(this.players[near[i]])
    for (const player of seen) if (!now.has(player)) client.view.remove(player)
    for (const player of now) if (!seen.has(player)) client.view.add(player)
    this.seen.set(client, now)
  }
}

await serveRoom(ViewRoom)
