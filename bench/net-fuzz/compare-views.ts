import { avatarFlag } from '@balai/engine/snapshot'
import { isMoving, type SimWorld } from '@balai/engine/sim'
import { intentKind } from '@balai/engine/input'
import type { FuzzHall } from './fuzz-hall.ts'
import type { FuzzPlan } from './fuzz-plan.ts'
import type { FuzzPerson, View } from './fuzz-person.ts'

/** As in hall.ts: how much longer one is known than one must be near. */
const distanceHysteresis = 1.2
const rankHysteresis = 1.33

/** Somebody on the server. */
type Truth = {
  readonly netId: number
  readonly eid: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly facing: number
  readonly flags: number
  readonly look: number
  readonly gesture: number
}

/**
 * Holds every viewer's picture against the server's world, once all are at rest.
 * @param withCrowd nobody came or left for so long that every square must have been told of. @returns what differs, as sentences
 */
export function compareViews(
  hall: FuzzHall,
  plan: FuzzPlan,
  people: readonly FuzzPerson[],
  withCrowd: boolean,
): { pairs: number; wrong: string[] } {
  const server = hall.world()
  const truths = truthsOf(server)
  const names = new Map(people.map((person) => [person.view()?.netId, person.name]))
  const wrong: string[] = []
  let pairs = 0
  for (const person of people) {
    const view = person.view()
    if (view === null) continue
    const say = (what: string): void => void wrong.push(`viewer ${view.netId & 0xffff}: ${what}`)
    const own = truths.get(view.netId)
    if (own === undefined) {
      say('has an avatar that the server has not')
      continue
    }
    const seen = truthsOf(view.world)
    for (const picture of seen.values()) {
      pairs += 1
      const truth = truths.get(picture.netId)
      const who = `${picture.netId & 0xffff}`
      if (truth === undefined) say(`sees ${who}, who is not there`)
      else if (picture.netId === own.netId) {
        if (!isSame(picture, truth)) say(`has itself at ${at(picture)}, the server at ${at(truth)}`)
      } else {
        if (!isSame(picture, truth) && !isOutOfReach(server, view, truth)) say(`has ${who} at ${at(picture)}, the server at ${at(truth)}`)
        else if (picture.facing !== truth.facing) say(`sees ${who} look towards ${picture.facing}, not ${truth.facing}`)
        if (picture.flags !== truth.flags) say(`sees marks ${picture.flags} over ${who}, not ${truth.flags}`)
        if (picture.gesture !== truth.gesture) say(`sees gesture ${picture.gesture} of ${who}, not ${truth.gesture}`)
        if (picture.look !== truth.look) say(`sees ${who} in the clothes of somebody else`)
        const name = names.get(picture.netId)
        if (name !== undefined && (view.names.get(picture.netId) ?? null) !== name)
          say(`reads ${view.names.get(picture.netId)} over ${who}, not ${name}`)
      }
    }
    for (const sentence of wrongCompany(plan, own, [...truths.values()], seen)) say(sentence)
    if (withCrowd) for (const sentence of wrongCrowd(hall, plan, own, view, truths, seen)) say(sentence)
  }
  return { pairs, wrong }
}

function truthsOf(world: SimWorld): Map<number, Truth> {
  const { CurrentIntent, Facing, Identity, Position } = world.components
  const truths = new Map<number, Truth>()
  for (let i = 0; i < world.avatars.count; i++) {
    const eid = world.avatars.eids[i]
    const [netId, flags, look] = [Identity.netId[eid], Identity.flags[eid], Identity.look[eid]]
    truths.set(netId, {
      netId,
      eid,
      flags,
      look,
      gesture: CurrentIntent.kind[eid] === intentKind.gesture ? CurrentIntent.direction[eid] : 0,
      facing: Facing.direction[eid],
      x: Position.x[eid],
      y: Position.y[eid],
      z: Position.z[eid],
    })
  }
  return truths
}

const isSame = (a: Truth, b: Truth): boolean => Object.is(a.x, b.x) && Object.is(a.y, b.y) && Object.is(a.z, b.z)
const at = ({ x, y, z }: Truth): string => `(${x}, ${y}, ${z})`

/** Who walks along a wall cannot be followed without physics, until they are told to stand (M5, N7). */
function isOutOfReach(server: SimWorld, view: View, truth: Truth): boolean {
  return !view.hasPhysics && server.components.CurrentIntent.kind[truth.eid] === intentKind.walk
}

/** N14: the nearest must be known, and who is called or speaks; nobody may be who is far, or has many before them. */
function wrongCompany(plan: FuzzPlan, own: Truth, truths: readonly Truth[], seen: ReadonlyMap<number, Truth>): string[] {
  const away = (other: Truth): number => (other.x - own.x) ** 2 + (other.z - own.z) ** 2
  const others = truths
    .filter((other) => other.netId !== own.netId)
    .sort((a, b) => away(a) - away(b) || (a.netId & 0xffff) - (b.netId & 0xffff))
  const limit = Math.min(plan.viewLimit, 120)
  const near = Math.min(plan.viewNear, limit)
  const most = Math.ceil(limit * rankHysteresis)
  const wrong: string[] = []
  for (const [rank, other] of others.entries()) {
    const isMarked = (other.flags & (avatarFlag.called | avatarFlag.speaking)) !== 0
    const isIn = away(other) <= plan.viewRadiusM ** 2
    const isNear = away(other) <= (plan.viewRadiusM * distanceHysteresis) ** 2
    const isKnown = seen.has(other.netId)
    const who = `${other.netId & 0xffff} (${rank + 1} in order, ${Math.sqrt(away(other)).toFixed(1)} m)`
    if (isIn && (rank < near || isMarked) && !isKnown) wrong.push(`does not know ${who}${isMarked ? ', who is marked' : ''}`)
    if (isKnown && (!isNear || (rank >= most && !isMarked))) wrong.push(`still knows ${who}`)
  }
  return wrong
}

/** N15: as many in each square as there are, while somebody there is not known one by one. */
function wrongCrowd(
  hall: FuzzHall,
  plan: FuzzPlan,
  own: Truth,
  view: View,
  truths: ReadonlyMap<number, Truth>,
  seen: ReadonlyMap<number, Truth>,
): string[] {
  const cellM = 4
  const columns = Math.ceil(hall.place.place.map.columns / cellM)
  const cellOf = ({ x, z }: Truth): number => Math.floor(z / cellM) * columns + Math.floor(x / cellM)
  const isHidden = truths.size > seen.size
  const counts = new Map<number, number>()
  if (isHidden) for (const one of truths.values()) counts.set(cellOf(one), (counts.get(cellOf(one)) ?? 0) + 1)
  const reach = Math.ceil(plan.viewRadiusM / cellM)
  const wrong: string[] = []
  for (const cell of new Set([...counts.keys(), ...view.crowd.keys()])) {
    const across = Math.abs((cell % columns) - Math.floor(own.x / cellM))
    const down = Math.abs(Math.floor(cell / columns) - Math.floor(own.z / cellM))
    if (across > reach || down > reach) continue
    const [told, count] = [view.crowd.get(cell) ?? 0, counts.get(cell) ?? 0]
    if (told !== count) wrong.push(`was told of ${told} people in square ${cell}, where ${count} are`)
  }
  return wrong
}

/** Nobody walks and nothing waits, here as on the server. */
export function isAtRest(world: SimWorld): boolean {
  if (world.pending.avatars > 0) return false
  for (let i = 0; i < world.avatars.count; i++) if (isMoving(world, world.avatars.eids[i])) return false
  return true
}
