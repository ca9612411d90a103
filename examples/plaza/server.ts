import { readFileSync } from 'node:fs'
import { serveHalls } from '@balai/engine/server'
import { WebSocketServer } from 'ws'
import { stamps } from './src/stamps.ts'

const map: unknown = JSON.parse(readFileSync(new URL('plaza.tmj', import.meta.url), 'utf8'))
const halls = serveHalls({
  capacity: 200,
  extensions: [stamps],
  onExtensionEvent: (hall, { netId, data }) => process.stdout.write(`${hall} ${netId} ${JSON.stringify(data)}\n`),
})
halls.open('plaza', 'plaza', map)

const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT ?? 8081), maxPayload: 1024 })
sockets.on('connection', (socket) => void halls.accept(socket, 'plaza'))
sockets.on('listening', () => process.stdout.write('The square is open.\n'))
