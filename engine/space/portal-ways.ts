import { MapError } from './map-errors.ts'
import { attach } from './nearest-cell.ts'
import type { Portals } from './portals.ts'
import { askFrom } from './solid-field.ts'
import type { WalkGrid } from './walk-grid.ts'

/** Which regions of the walk grid portals join, and the memory of a search for the shortest way through them. */
export type PortalWays = {
  readonly portals: Portals
  /** For each portal the cell from which one steps into its middle, and the one that one comes out at. */
  readonly entries: Int32Array
  readonly landings: Int32Array
  /** Metres from where the search begins to where a portal leads. */
  readonly lengths: Float64Array
  readonly before: Int8Array
  readonly isDone: Uint8Array
  /** Portals of the way found, in their order, and how many. */
  readonly hops: Uint8Array
  readonly hopCount: Uint8Array
}

/** @throws MapError `bad-portal` where one end of a portal has no room for a body */
export function createPortalWays(grid: WalkGrid, portals: Portals): PortalWays {
  const { count, ends } = portals
  const cellAt = (portal: number, end: 0 | 2): number => {
    const [x, z] = [ends[portal * 4 + end], ends[portal * 4 + end + 1]]
    askFrom(grid.field, x, z)
    const cell = attach(grid)
    if (cell < 0) throw new MapError('bad-portal', `A portal ${end === 0 ? 'is' : 'leads'} where nobody has room: (${x}, ${z})`)
    return cell
  }
  return {
    portals,
    entries: Int32Array.from({ length: count }, (_, portal) => cellAt(portal, 0)),
    landings: Int32Array.from({ length: count }, (_, portal) => cellAt(portal, 2)),
    lengths: new Float64Array(count),
    before: new Int8Array(count),
    isDone: new Uint8Array(count),
    hops: new Uint8Array(count + 1),
    hopCount: new Uint8Array(1),
  }
}

/**
 * Finds the portals to go through from a point of one region to a point of another, the shortest way as the crow flies between them
 * (Dijkstra, 1959), and writes them into `hops`. Both points stand in `question` of the grid's field, as a way does.
 * @returns how many; -1 when there is no way
 */
export function findHops(ways: PortalWays, grid: WalkGrid, fromRegion: number, toRegion: number): number {
  const { entries, landings, lengths, before, isDone, portals } = ways
  const { question } = grid.field
  const { regions } = grid
  const { count, ends } = portals
  for (let p = 0; p < count; p++) {
    const at = p * 4
    isDone[p] = 0
    before[p] = -1
    lengths[p] =
      regions[entries[p]] === fromRegion ? distance(ends[at] - question[0], ends[at + 1] - question[1]) : Number.POSITIVE_INFINITY
  }
  let last = -1
  let least = Number.POSITIVE_INFINITY
  for (let p = nearestOpen(ways); p >= 0; p = nearestOpen(ways)) {
    isDone[p] = 1
    const out = p * 4 + 2
    const region = regions[landings[p]]
    if (region === toRegion) {
      const whole = lengths[p] + distance(ends[out] - question[2], ends[out + 1] - question[3])
      if (whole < least) {
        least = whole
        last = p
      }
    }
    for (let q = 0; q < count; q++) {
      if (isDone[q] === 1 || regions[entries[q]] !== region) continue
      const length = lengths[p] + distance(ends[out] - ends[q * 4], ends[out + 1] - ends[q * 4 + 1])
      if (length >= lengths[q]) continue
      lengths[q] = length
      before[q] = p
    }
  }
  return last < 0 ? -1 : writeHops(ways, last)
}

/** Of the portals that can be come to and have not been looked at, the one with the shortest way, at equal length the lower; -1 for none. */
function nearestOpen({ lengths, isDone }: PortalWays): number {
  let best = -1
  for (let p = 0; p < lengths.length; p++) {
    if (isDone[p] === 1 || lengths[p] === Number.POSITIVE_INFINITY) continue
    if (best < 0 || lengths[p] < lengths[best]) best = p
  }
  return best
}

function writeHops({ before, hops }: PortalWays, last: number): number {
  let count = 0
  for (let p = last; p >= 0; p = before[p]) count += 1
  let at = count
  for (let p = last; p >= 0; p = before[p]) hops[--at] = p
  return count
}

// Not Math.hypot: IEEE 754 fixes the bits of a square root alone.
const distance = (x: number, z: number): number => Math.sqrt(x * x + z * z)

/** Regions that can be come to from one of them, itself among them. Makes a set: not for a tick. */
export function regionsFrom(ways: PortalWays, grid: WalkGrid, region: number): Set<number> {
  const found = new Set([region])
  for (const from of found) {
    for (let p = 0; p < ways.portals.count; p++) {
      if (grid.regions[ways.entries[p]] === from) found.add(grid.regions[ways.landings[p]])
    }
  }
  return found
}
