// Peer: plain ws. Ten times a second every client gets a full packing of those nearest to it.
import { WebSocketServer } from 'ws'
import { createPeerHall, sendEveryMs, tickEveryMs, toldOf } from '../peer-hall.ts'
import { reportListening } from './report.mjs'

const hall = createPeerHall(process.argv[2])
const sockets = new Map()
const near = new Uint16Array(toldOf)
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

server.on('connection', (socket) => {
  const slot = hall.join()
  sockets.set(slot, socket)
  socket.on('message', (bytes) => hall.receive(slot, bytes[0], bytes.subarray(1)))
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    sockets.delete(slot)
    hall.leave(slot)
  })
})
setInterval(() => hall.step(), tickEveryMs)
setInterval(() => {
  for (const [slot, socket] of sockets) socket.send(hall.pack(near, hall.nearest(slot, near)))
}, sendEveryMs)
server.on('listening', () => reportListening(server.address().port))
