import { readFileSync } from 'node:fs'
import { serveHalls } from '@balai/engine/server'
import { WebSocketServer } from 'ws'

const halls = serveHalls()
halls.open('plaza', 'plaza', JSON.parse(readFileSync('public/plaza.tmj', 'utf8')))
const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), maxPayload: 1024 })
sockets.on('connection', (socket) => void halls.accept(socket, 'plaza'))
sockets.on('listening', () => process.stdout.write('open\n'))
