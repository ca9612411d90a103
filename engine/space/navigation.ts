import { assert } from '../core/index.ts'
import type { Clearance } from './clearance.ts'
import { MapError } from './map-errors.ts'
import { attach, nearestOfRegion, nearestWayOut } from './nearest-cell.ts'
import { createPathSearch, type PathSearch, searchPath } from './path-search.ts'
import { createPortalWays, findHops, type PortalWays, regionsFrom } from './portal-ways.ts'
import { createPortals, portalAt, type Portals } from './portals.ts'
import { askFrom, isPointFree, isWayFreeTo } from './solid-field.ts'
import type { SpaceMap, Zone } from './space-map.ts'
import { cellX, cellZ, createWalkGrid, isWayFreeToCell, type WalkGrid, walkCellM } from './walk-grid.ts'
import { zonesOfKind } from './zones.ts'

export type NavigationOptions = {
  /** Distance that a path keeps from everything solid, metres. A little above the body's radius, it walks without touching. */
  readonly radiusM: number
}

/** What path-finding knows about a map. Not for two callers at once: it holds the memory of the search. */
export type Navigation = {
  readonly grid: WalkGrid
  readonly search: PathSearch
  readonly portals: Portals
  readonly ways: PortalWays
  /** x and z of the end of the way that is being looked for, metres. */
  readonly target: Float64Array
}

/**
 * Works out where one can walk, and through which portals. Some 30 bytes for each quarter-metre square of the map.
 * @throws MapError `bad-portal`
 */
export function createNavigation(map: SpaceMap, clearance: Clearance, options: NavigationOptions): Navigation {
  const { radiusM } = options
  if (!(radiusM >= 0.05 && radiusM <= 1)) throw new TypeError(`options.radiusM must be from 0.05 to 1 metre, got ${radiusM}`)
  const grid = createWalkGrid(map, clearance, radiusM)
  const portals = createPortals(map)
  return { grid, search: createPathSearch(grid), portals, ways: createPortalWays(grid, portals), target: new Float64Array(2) }
}

/**
 * Writes the way from one place to another into `out` as x, z pairs in metres, without the place it begins at, and returns how
 * many pairs: at least one, unless a coordinate is no number or the map has nowhere to stand. Straight lines between them keep the radius
 * clear; a body that stands closer to something solid steps clear of it first. Where the way leads through a portal, its middle and the point
 * where it leads follow each other. The last pair is the target (of a place within a portal: where that leads), or, when it is solid, too tight,
 * walled in or off the map, the nearest place that can be walked to. A way longer than `out` is cut at its end. The coordinates
 * are taken as float32, and the same bits in give the same bits out on every machine. Allocates nothing.
 */
export function findPath(navigation: Navigation, fromX: number, fromZ: number, toX: number, toZ: number, out: Float32Array): number {
  const { grid, portals, target } = navigation
  const { field } = grid
  const ax = Math.fround(fromX)
  const az = Math.fround(fromZ)
  target[0] = Math.fround(toX)
  target[1] = Math.fround(toZ)
  if (!Number.isFinite(ax + az + target[0] + target[1])) return 0
  askFrom(field, ax, az)
  const attached = attach(grid)
  if (attached < 0) askFrom(field, ax, az, true)
  const start = attached >= 0 ? attached : nearestWayOut(grid)
  if (start < 0) return 0
  askFrom(field, ax, az)
  if (portals.count > 0 && planHops(navigation, grid.regions[start])) return walkHops(navigation, start, attached >= 0, out)
  const goal = findGoal(navigation, grid.regions[start])
  askFrom(field, ax, az)
  return walkLeg(navigation, start, attached >= 0, goal, out, 0)
}

/**
 * Appends the way from where the field was told to ask from to the target.
 * @param start the cell that the way begins with; whoever is not attached to it steps there first
 */
function walkLeg(navigation: Navigation, start: number, isAttached: boolean, goal: number, out: Float32Array, written: number): number {
  const { grid, target } = navigation
  const { field } = grid
  if (isAttached && isWayFreeTo(field, target)) return write(out, written, target[0], target[1])
  if (!searchPath(navigation.search, start, goal)) assert(false, `cells ${start} and ${goal} of one region must be joined`)
  if (isAttached) return pullString(navigation, start, out, written)
  askFrom(field, cellX(grid, start), cellZ(grid, start))
  return pullString(navigation, start, out, write(out, written, cellX(grid, start), cellZ(grid, start)))
}

/** Finds through which portals the target is come to from where the field was told to ask from; false when none need be gone through. */
function planHops({ grid, portals, target, ways }: Navigation, region: number): boolean {
  const { field, regions } = grid
  const [fromX, fromZ] = [field.question[0], field.question[1]]
  const wanted = portalAt(portals, target[0], target[1])
  const isFree = wanted < 0 && isPointFree(field, target[0], target[1])
  const cell = wanted >= 0 ? ways.entries[wanted] : isFree ? attach(grid) : -1
  askFrom(field, fromX, fromZ)
  ways.hops[0] = 0
  const goalRegion = cell < 0 ? region : regions[cell]
  let count = 0
  if (goalRegion !== region) {
    field.question[2] = wanted >= 0 ? portals.ends[wanted * 4] : target[0]
    field.question[3] = wanted >= 0 ? portals.ends[wanted * 4 + 1] : target[1]
    count = findHops(ways, grid, region, goalRegion)
    if (count < 0) return false
  }
  if (wanted >= 0) ways.hops[count++] = wanted
  ways.hopCount[0] = count
  return count > 0
}

/** Appends the ways from portal to portal, and from the last to the target. */
function walkHops(navigation: Navigation, start: number, isAttached: boolean, out: Float32Array): number {
  const { grid, portals, target, ways } = navigation
  const { ends } = portals
  const [toX, toZ] = [target[0], target[1]]
  let cell = start
  let count = 0
  for (let i = 0; i < ways.hopCount[0]; i++) {
    const at = ways.hops[i] * 4
    target[0] = ends[at]
    target[1] = ends[at + 1]
    count = walkLeg(navigation, cell, i > 0 || isAttached, ways.entries[ways.hops[i]], out, count)
    count = write(out, count, ends[at + 2], ends[at + 3])
    askFrom(grid.field, ends[at + 2], ends[at + 3])
    cell = ways.landings[ways.hops[i]]
  }
  target[0] = toX
  target[1] = toZ
  if (portalAt(portals, toX, toZ) >= 0) return count
  const { question } = grid.field
  const [x, z] = [question[0], question[1]]
  askFrom(grid.field, toX, toZ)
  const goal = attach(grid)
  askFrom(grid.field, x, z)
  return walkLeg(navigation, cell, true, goal, out, count)
}

/** The cell that leads to the target; where none of the region does, the target becomes the place of the region nearest to it. */
function findGoal({ grid, target }: Navigation, region: number): number {
  askFrom(grid.field, target[0], target[1])
  const attached = isWayFreeTo(grid.field, target) ? attach(grid) : -1
  if (attached >= 0 && grid.regions[attached] === region) return attached
  const goal = nearestOfRegion(grid, region)
  target[0] = cellX(grid, goal)
  target[1] = cellZ(grid, goal)
  return goal
}

/** Whether there is a way between two places where a body can stand, metres. */
export function isReachable({ grid, ways }: Navigation, fromX: number, fromZ: number, toX: number, toZ: number): boolean {
  askFrom(grid.field, Math.fround(fromX), Math.fround(fromZ))
  const from = attach(grid)
  askFrom(grid.field, Math.fround(toX), Math.fround(toZ))
  const to = attach(grid)
  return from >= 0 && to >= 0 && regionsFrom(ways, grid, grid.regions[from]).has(grid.regions[to])
}

/**
 * Makes sure that from every zone of one kind one can walk into every zone of another.
 * Throws a MapError `unreachable` that names the two zones, or `no-start` when there is no zone of the first kind.
 */
export function requireReachable(map: SpaceMap, navigation: Navigation, fromKind: string, toKind: string): void {
  const starts = zonesOfKind(map, fromKind)
  if (starts.length === 0) throw new MapError('no-start', `Map '${map.name}' has no zone of kind '${fromKind}'`, { kind: fromKind })
  for (const target of zonesOfKind(map, toKind)) {
    const targetRegions = regionsIn(navigation.grid, target)
    for (const start of starts) {
      const isJoined = [...regionsIn(navigation.grid, start)].some((region) =>
        [...regionsFrom(navigation.ways, navigation.grid, region)].some((joined) => targetRegions.has(joined)),
      )
      if (isJoined) continue
      const what = `Map '${map.name}': zone '${target.name}' (${toKind}) cannot be walked to from zone '${start.name}' (${fromKind})`
      throw new MapError('unreachable', what, { from: start.name, to: target.name })
    }
  }
}

/** The regions of the walk grid with a place inside the zone; a point zone counts as its point. */
function regionsIn(grid: WalkGrid, zone: Zone): Set<number> {
  const regions = new Set<number>()
  const lastRow = Math.min(Math.floor(zone.z1 / walkCellM - 0.5), grid.rows - 1)
  const lastColumn = Math.min(Math.floor(zone.x1 / walkCellM - 0.5), grid.columns - 1)
  for (let row = Math.ceil(zone.z0 / walkCellM - 0.5); row <= lastRow; row++) {
    for (let column = Math.ceil(zone.x0 / walkCellM - 0.5); column <= lastColumn; column++) {
      regions.add(grid.regions[row * grid.columns + column])
    }
  }
  askFrom(grid.field, (zone.x0 + zone.x1) / 2, (zone.z0 + zone.z1) / 2)
  const middle = attach(grid)
  if (middle >= 0) regions.add(grid.regions[middle])
  regions.delete(0)
  return regions
}

/**
 * Follows `parents` from the start cell and keeps only the points at which the straight line would touch something. The first line begins where
 * the field was told to ask from.
 */
function pullString({ grid, search, target }: Navigation, start: number, out: Float32Array, written: number): number {
  const { field } = grid
  let count = written
  let last = -1
  for (let cell = start; ; cell = search.parents[cell]) {
    if (!(cell < 0 ? isWayFreeTo(field, target) : isWayFreeToCell(grid, cell))) {
      count = write(out, count, cellX(grid, last), cellZ(grid, last))
      askFrom(field, cellX(grid, last), cellZ(grid, last))
    }
    if (cell < 0) return write(out, count, target[0], target[1])
    last = cell
  }
}

function write(out: Float32Array, count: number, x: number, z: number): number {
  if (2 * count + 1 >= out.length) return count
  out[2 * count] = x
  out[2 * count + 1] = z
  return count + 1
}
