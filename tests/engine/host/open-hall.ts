import { avatarHeightM, avatarRadiusM, createRng, manualClock, tickMs } from '@balai/engine/core'
import { type Client, type Connection, createClient, createWorldServer, loadPlace, type WorldServerOptions } from '@balai/engine/host'
import { createRapierPhysics } from '@balai/engine/physics'
import { createSnapshotBuffer, openSnapshot } from '@balai/engine/snapshot'
import { tiledHall } from '../hall-map.ts'
import { createPipe } from './pipe.ts'

export const place = loadPlace(tiledHall())
const { columns, rows, solids } = place.map
const physics = createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })

export type Citizen = {
  client: Client
  pipe: ReturnType<typeof createPipe>
  connection: Connection
  netId: number
  token: bigint
  names: Map<number, string | null>
  zones: string[]
  /** Codes that its connection was closed with. */
  closes: number[]
  /** Reasons of the corrections that it heard. */
  corrections: number[]
}

/** A world server and its clients over lines with a delay, all run by one clock that `step` moves by a tick. */
export async function openHall(seed: number, delay: () => number, options: Partial<WorldServerOptions> & { withPhysics?: boolean } = {}) {
  const { withPhysics = true, ...server } = options
  const clock = manualClock(1_000)
  const port = await physics
  let tokens = BigInt(seed) << 32n
  const world = createWorldServer({
    place,
    physics: port,
    clock,
    rng: createRng(seed),
    newToken: () => (tokens += 1n),
    capacity: 16,
    ...server,
  })
  const citizens: Citizen[] = []
  const step = (): void => {
    clock.advance(tickMs)
    for (const { pipe } of citizens) pipe.deliver()
    world.step()
    for (const { pipe, client } of citizens) {
      pipe.deliver()
      client.update(clock())
    }
  }
  /** @param capacity of the client's own simulation: 1 follows nobody else */
  const enter = (name: string | null, token?: bigint, capacity?: number, look = 7): Citizen => {
    const pipe = createPipe(clock, delay)
    const connection = world.connect(pipe.server, { name })
    const facts = {
      netId: 0,
      token: 0n,
      names: new Map<number, string | null>(),
      zones: [] as string[],
      closes: [] as number[],
      corrections: [] as number[],
    }
    const client = createClient({
      place: server.place ?? place,
      socket: pipe.client,
      clock,
      look,
      token,
      capacity,
      physics: withPhysics ? (server.physics ?? port) : null,
      onEvent(event) {
        if (event.type === 'entered') Object.assign(citizen, { netId: event.netId, token: event.token })
        if (event.type === 'name') citizen.names.set(event.netId, event.name)
        if (event.type === 'zone') citizen.zones.push(`${event.kind} ${(server.place ?? place).map.zones[event.zone].name}`)
        if (event.type === 'corrected') citizen.corrections.push(event.reason)
        if (event.type === 'closed') citizen.closes.push(event.code)
      },
    })
    const citizen: Citizen = { client, pipe, connection, ...facts }
    citizens.push(citizen)
    for (let i = 0; i < 60 && citizen.client.position() === null; i++) step()
    return citizen
  }
  /** Tears the line: neither end hears a goodbye. */
  const cut = (citizen: Citizen): void => {
    citizens.splice(citizens.indexOf(citizen), 1)
    citizen.pipe.server.onClose?.(1006, '')
  }
  return { clock, server: world, citizens, step, enter, cut }
}

/** Where a client draws somebody. */
export function seen(client: Client, netId: number): { x: number; z: number } | null {
  const found = picture(client).find((person) => person.netId === netId)
  return found === undefined ? null : { x: found.x, z: found.z }
}

/** Everybody whom a client draws. */
export function picture(client: Client): { netId: number; x: number; z: number; flags: number; look: number; gesture: number }[] {
  const arrays = openSnapshot(createSnapshotBuffer(160))
  client.snapshot(0, arrays)
  return Array.from({ length: arrays.header[3] }, (_, i) => ({
    netId: arrays.netId[i],
    x: arrays.toX[i],
    z: arrays.toZ[i],
    flags: arrays.flags[i],
    look: arrays.look[i],
    gesture: arrays.gesture[i],
  }))
}

export function settle(step: () => void, ticks = 200): void {
  for (let i = 0; i < ticks; i++) step()
}
