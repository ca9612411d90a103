export { createClosedRooms, type ClosedRooms } from './closed-rooms.ts'
export { createWorldDirectory, type WorldConnection, type WorldDirectory, type WorldThread } from './world-directory.ts'
export { startNodeThread } from './node-thread.ts'
export { preferTimeInCrowds } from './memory-or-time.ts'
