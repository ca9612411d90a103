export { attachSockets } from './attach-sockets.ts'
export { createServiceSockets, type ServiceSockets } from './service-socket.ts'
export { createWorldSockets, type WorldSockets } from './world-socket.ts'
