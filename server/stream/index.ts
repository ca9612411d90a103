export { createStreamOrigin, type PlaylistAnswer, type StreamLog, type StreamOrigin, type Wait } from './stream-origin.ts'
export { registerStreamRoutes, type StreamRouteOptions } from './stream-routes.ts'
