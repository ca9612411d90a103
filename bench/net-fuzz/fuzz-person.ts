import { createRng } from '@balai/engine/core'
import { type Client, createClient } from '@balai/engine/host'
import { gestureIntent, gestures, standing, walkIntent, walkToIntent } from '@balai/engine/input'
import type { Connection } from '@balai/engine/host'
import type { Extension, SimWorld } from '@balai/engine/sim'
import { avatarFlag } from '@balai/engine/snapshot'
import { createFuzzLine, type FuzzLine } from './fuzz-line.ts'
import type { FuzzHall } from './fuzz-hall.ts'
import { type PersonPlan, pick } from './fuzz-plan.ts'
import { type AuditFindings, createLineAudit } from './line-audit.ts'

/** What a person knows while they are in. */
export type View = {
  readonly netId: number
  readonly world: SimWorld
  readonly hasPhysics: boolean
  readonly names: ReadonlyMap<number, string | null>
  readonly crowd: ReadonlyMap<number, number>
}

/** Somebody who comes, wanders, is cut off, comes back, goes, and comes anew: by chance, all of it from the seed of their plan. */
export type FuzzPerson = {
  readonly name: string | null
  /** Lets arrive what is due on every line that they have or had. */
  deliver(): void
  /** One tick of their life. */
  live(): void
  /** Wishes for nothing more; `stands`: asks to stand. Lines are calm from now on, nobody is cut, whoever was cut comes back. */
  rest(stands: boolean): void
  view(): View | null
  /** Marks over the head, of whoever is in. */
  flags(): number
  inFlight(): number
  readonly closes: ReadonlyMap<number, number>
}

type Visit = {
  readonly line: FuzzLine
  readonly client: Client
  readonly connection: Connection
  readonly names: Map<number, string | null>
  readonly crowd: ReadonlyMap<number, number>
  world: SimWorld | null
  netId: number
  token: bigint
  hasPhysics: boolean
  isOver: boolean
  flags: number
}

const retryMs = 1500

export function createFuzzPerson(plan: PersonPlan, hall: FuzzHall, findings: AuditFindings): FuzzPerson {
  const rng = createRng(plan.seed)
  const clock = (): number => plan.clockMs + hall.clock() * plan.clockRate
  const closes = new Map<number, number>()
  const old: { line: FuzzLine; hearsMs: number }[] = []
  let visit: Visit | null = null
  let nextMs = plan.arrivesMs
  let token = 0n
  let visits = 0
  let flurry = 0
  let nap = 0
  let isResting = false
  let standsAtEnd = false
  /** When physics arrives: once for all visits. */
  let physicsMs = plan.physicsAfterMs === 0 ? 0 : Number.POSITIVE_INFINITY
  let spot = { x: 3, z: 3 }

  const enter = (): void => {
    visits += 1
    nextMs = Number.POSITIVE_INFINITY
    const catchWorld: Extension = {
      name: 'watch',
      systemsFor(world) {
        if (made !== null) made.world = world
        else first = world
        return []
      },
    }
    let first: SimWorld | null = null
    let made: Visit | null = null
    const audit = createLineAudit(findings, { server: hall.world, client: () => (made === null || made.netId === 0 ? null : made.world) })
    const line = createFuzzLine(plan.line, plan.seed + visits, hall.clock, audit)
    if (isResting) line.calm()
    const connection = hall.server.connect(line.server, { name: plan.name })
    const hasPhysics = hall.clock() >= physicsMs
    const client = createClient({
      place: hall.place.place,
      socket: line.client,
      clock,
      look: plan.seed >>> 0,
      token,
      physics: hasPhysics ? hall.place.physics : null,
      extensions: [catchWorld],
      onEvent(event) {
        if (made === null || made.isOver) return
        if (event.type === 'entered') {
          made.netId = event.netId
          made.token = event.token
          made.names.clear()
          if (visits === 1) physicsMs = hall.clock() + plan.physicsAfterMs
          if (standsAtEnd) made.client.want({ ...standing })
        } else if (event.type === 'name') made.names.set(event.netId, event.name)
        else if (event.type === 'closed') {
          closes.set(event.code, (closes.get(event.code) ?? 0) + 1)
          leave(retryMs)
        }
      },
    })
    made = {
      line,
      client,
      connection,
      names: new Map(),
      world: first,
      netId: 0,
      token: 0n,
      hasPhysics,
      isOver: false,
      flags: 0,
      crowd: audit.crowd,
    }
    visit = made
  }

  /** The visit is over; another one may follow. */
  const leave = (afterMs: number): void => {
    if (visit === null) return
    visit.isOver = true
    token = visit.token
    old.push({ line: visit.line, hearsMs: Number.POSITIVE_INFINITY })
    visit = null
    nextMs = hall.clock() + afterMs
  }

  /** The line is torn. Each end hears of it when it does. */
  const cut = (): void => {
    if (visit === null) return
    const { line } = visit
    line.tear(rng() < 0.5)
    const comesBack = rng() < 0.85
    leave(comesBack ? 100 + rng() * (rng() < 0.7 ? 3000 : 28_000) : 1000 + rng() * 20_000)
    if (!comesBack || rng() < 0.1) token = 0n
    old[old.length - 1].hearsMs = hall.clock() + (rng() < 0.5 ? rng() * 500 : rng() * 20_000)
  }

  const wish = (client: Client): void => {
    const dice = rng()
    if (dice < 0.5) return client.want(walkIntent(Math.floor(rng() * 32)))
    if (dice < 0.8) {
      const { columns, rows } = hall.place.place.map
      if (rng() < 0.8) spot = { x: rng() * columns, z: rng() * rows }
      return client.want(walkToIntent(spot.x, spot.z))
    }
    client.want(rng() < 0.5 ? { ...standing } : gestureIntent(1 + Math.floor(rng() * gestures)))
  }

  const act = (now: Visit): void => {
    const { client, connection } = now
    if (flurry === 0 && rng() < plan.flurryChance) flurry = 3 + Math.floor(rng() * plan.flurryTicks)
    if (flurry > 0 || rng() < plan.wishChance) wish(client)
    if (flurry > 0) flurry -= 1
    if (rng() < plan.markChance) {
      now.flags = pick(rng, [0, avatarFlag.called, avatarFlag.speaking, avatarFlag.officer])
      connection.mark(now.flags)
    }
    if (rng() < plan.cutChance) return cut()
    if (rng() >= plan.goodbyeChance) return
    client.close()
    leave(500 + rng() * 5000)
    token = 0n
  }

  return {
    name: plan.name,
    closes,
    deliver() {
      visit?.line.deliver()
      for (const { line, hearsMs } of old) {
        line.deliver()
        if (hearsMs <= hall.clock()) line.server.onClose?.(1006, '')
      }
      const now = hall.clock()
      for (let i = old.length - 1; i >= 0; i--) if (old[i].hearsMs <= now) old.splice(i, 1)
    },
    live() {
      if (visit === null && hall.clock() >= nextMs) enter()
      const now = visit
      if (now === null) return
      const isIn = now.netId !== 0
      if (isIn && !now.hasPhysics && hall.clock() >= physicsMs) {
        now.hasPhysics = true
        now.client.usePhysics(hall.place.physics)
      }
      if (isIn && !isResting) act(now)
      if (nap === 0 && !isResting && rng() < plan.napChance) nap = 2 + Math.floor(rng() * 24)
      if (nap > 0) nap -= 1
      else if (!now.isOver) now.client.update(clock())
    },
    rest(stands) {
      isResting = true
      standsAtEnd = stands
      nap = 0
      visit?.line.calm()
      if (nextMs < Number.POSITIVE_INFINITY) nextMs = Math.min(nextMs, token === 0n ? Number.POSITIVE_INFINITY : hall.clock() + 500)
      if (stands) visit?.client.want({ ...standing })
    },
    view() {
      if (visit === null || visit.netId === 0 || visit.world === null) return null
      const { crowd, hasPhysics, names, netId, world } = visit
      return { netId, world, hasPhysics, names, crowd }
    },
    flags: () => visit?.flags ?? 0,
    inFlight: () => visit?.line.inFlight() ?? 0,
  }
}
