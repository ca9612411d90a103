import { avatarHeightM, avatarRadiusM, createRng, manualClock, tickMs } from '@balai/engine/core'
import { type Client, createClient, createWorldServer, loadPlace } from '@balai/engine/host'
import { walkIntent, walkToIntent } from '@balai/engine/input'
import { closeCodes, type CloseName, createSight, messageType, protocolVersion, readServerMessage, type Socket } from '@balai/engine/net'
import { createRapierPhysics } from '@balai/engine/physics'
import { type SimWorld, stepM } from '@balai/engine/sim'
import { createPipe } from '../../tests/engine/host/pipe.ts'
import { tiledHall } from '../../tests/engine/hall-map.ts'
import { drawFrame, drawHello, frameOf, whole } from './draw-frame.ts'
import { verdictOf } from './verdict-of.ts'

export type ThrowFindings = {
  readonly frames: number
  readonly sessions: number
  readonly closes: ReadonlyMap<CloseName, number>
  readonly faults: string[]
}

const attackers = 90
const honestPeople = 6
/** Each attacker stays below 60 a second, so that what closes it is the frame. */
const framesATick = 100
/** Faults named; more would not be read. */
const mostFaults = 20

/**
 * Throws random frames at the real session layer and world in this thread, with honest people in the same hall. Every socket must stay open or
 * be closed with the code that the bytes deserve, nothing may be thrown, nobody may get farther than walking takes, and the honest must see nothing of it.
 */
export async function throwFrames(count: number, seed: number): Promise<ThrowFindings> {
  const rng = createRng(seed)
  const clock = manualClock(1000)
  const place = loadPlace(tiledHall())
  const { columns, rows, solids } = place.map
  const physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
  const worlds: SimWorld[] = []
  let tokens = 1n
  const server = createWorldServer({
    place,
    physics,
    clock,
    rng,
    newToken: () => (tokens += 1n),
    capacity: attackers + honestPeople + 24,
    viewNear: 8,
    viewLimit: 12,
    extensions: [{ name: 'watch', systemsFor: (world) => (worlds.push(world), []) }],
  })
  const goodHello = { type: 'hello', version: protocolVersion, look: 0, mapHash: place.hash } as const
  const faults: string[] = []
  const closes = new Map<CloseName, number>()
  const findings = { frames: 0, sessions: 0 }
  const complain = (what: string): void => void (faults.length < mostFaults && faults.push(what))
  const honest = Array.from({ length: honestPeople }, () => createHonest())
  const line: ReturnType<typeof createAttacker>[] = Array.from({ length: attackers }, () => createAttacker())

  function createHonest(): { client: Client; deliver: () => void } {
    const pipe = createPipe(clock, () => 30)
    server.connect(pipe.server, { name: null })
    const client = createClient({
      place,
      socket: pipe.client,
      clock,
      look: 1,
      physics,
      onEvent(event) {
        if (event.type === 'closed') complain(`an honest person was sent away with ${event.code}`)
        if (event.type === 'corrected') complain(`an honest person was corrected for reason ${event.reason}`)
      },
    })
    return { client, deliver: pipe.deliver }
  }

  function createAttacker() {
    findings.sessions += 1
    let closed: number | null = null
    let born: { netId: number; x: number; z: number; tick: number } | null = null
    const socket: Socket = {
      send(bytes) {
        if (bytes[0] !== messageType.welcome) return
        const message = readServerMessage(bytes, createSight(), 0)
        if (message.type === 'welcome') born = { netId: message.netId, x: message.state.x, z: message.state.z, tick: worlds[0].tick }
      },
      close: (code) => void (closed = code),
      bufferedAmount: () => 0,
      onMessage: null,
      onClose: null,
    }
    server.connect(socket, { name: null })
    let isGreeted = false
    const hear = (frame: Uint8Array): void => {
      findings.frames += 1
      const verdict = verdictOf(frame, isGreeted, place.hash)
      checkWalk()
      try {
        socket.onMessage?.(frame)
      } catch (error) {
        complain(`thrown at ${Array.from(frame).join(' ')}: ${String(error)}`)
        closed ??= 0
      }
      if (closed !== (verdict === null ? null : closeCodes[verdict].code))
        complain(`closed with ${closed} instead of ${verdict ?? 'staying open'} at ${Array.from(frame).join(' ')}`)
      if (verdict !== null) closes.set(verdict, (closes.get(verdict) ?? 0) + 1)
      isGreeted ||= closed === null
    }
    /** Nobody is farther from where they came in than their age lets them walk. */
    const checkWalk = (): void => {
      if (born === null || closed !== null) return
      const { avatars, components, tick } = worlds[0]
      for (let i = 0; i < avatars.count; i++) {
        const eid = avatars.eids[i]
        if (components.Identity.netId[eid] !== born.netId) continue
        const metres = Math.hypot(components.Position.x[eid] - born.x, components.Position.z[eid] - born.z)
        if (metres > (tick - born.tick + 2) * stepM + 0.01) complain(`somebody went ${metres} m in ${tick - born.tick} ticks`)
      }
    }
    return {
      throw() {
        const dice = isGreeted ? 1 : rng()
        if (dice < 0.8) return hear(frameOf({ ...goodHello, canCollide: rng() < 0.5, token: BigInt(whole(rng, 1e6)) << 40n }))
        if (dice < 0.9) return hear(frameOf(drawHello(rng, { tick: 0, mapHash: place.hash })))
        hear(drawFrame(rng, { tick: worlds[0].tick, mapHash: place.hash }))
      },
      isClosed: () => closed !== null,
    }
  }

  const live = (): void => {
    clock.advance(tickMs)
    for (const { deliver } of honest) deliver()
    server.step()
    for (const { client, deliver } of honest) {
      deliver()
      client.update(clock())
      if (rng() < 0.03) client.want(rng() < 0.5 ? walkIntent(whole(rng, 32)) : walkToIntent(rng() * columns, rng() * rows))
    }
  }
  try {
    while (findings.frames < count) {
      for (let i = 0; i < framesATick; i++) {
        const at = whole(rng, attackers)
        if (line[at].isClosed()) line[at] = createAttacker()
        line[at].throw()
      }
      live()
    }
    if (server.stats().lost < 0 || honest.some(({ client }) => client.position() === null)) complain('an honest person is not in')
    for (const { client } of honest)
      if (client.stats().divergences > 0) complain(`an honest person lost sight of others ${client.stats().divergences} times`)
  } catch (error) {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  return { ...findings, closes, faults }
}
