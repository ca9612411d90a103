export { createClient, type Client, type ClientEvent, type ClientOptions, type ClientStats } from './client.ts'
export { createPlace, loadPlace, type Place } from './place.ts'
export { createWorldServer, type Connection, type WorldServer, type WorldServerOptions, type WorldServerStats } from './world-server.ts'
export { createHalls, type Halls } from './halls.ts'
