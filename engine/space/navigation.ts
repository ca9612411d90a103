import { assert } from '../core/index.ts'
import type { Clearance } from './clearance.ts'
import { MapError } from './map-errors.ts'
import { attach, nearestOfRegion, nearestWayOut } from './nearest-cell.ts'
import { createPathSearch, type PathSearch, searchPath } from './path-search.ts'
import { askFrom, isWayFreeTo } from './solid-field.ts'
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
  /** x and z of the end of the way that is being looked for, metres. */
  readonly target: Float64Array
}

/** Works out where one can walk. Some 30 bytes for each quarter-metre square of the map. */
export function createNavigation(map: SpaceMap, clearance: Clearance, options: NavigationOptions): Navigation {
  const { radiusM } = options
  if (!(radiusM >= 0.05 && radiusM <= 1)) throw new TypeError(`options.radiusM must be from 0.05 to 1 metre, got ${radiusM}`)
  const grid = createWalkGrid(map, clearance, radiusM)
  return { grid, search: createPathSearch(grid), target: new Float64Array(2) }
}

/**
 * Writes the way from one place to another into `out` as x, z pairs in metres, without the place it begins at, and returns how
 * many pairs: at least one, unless a coordinate is no number or the map has nowhere to stand. Straight lines between them keep the radius
 * clear; a body that stands closer to something solid steps clear of it first. The last pair is the target, or, when it is solid, too tight,
 * walled in or off the map, the nearest place that can be walked to. A way longer than `out` is cut at its end. The coordinates
 * are taken as float32, and the same bits in give the same bits out on every machine. Allocates nothing.
 */
export function findPath(navigation: Navigation, fromX: number, fromZ: number, toX: number, toZ: number, out: Float32Array): number {
  const { grid, target } = navigation
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
  const goal = findGoal(navigation, grid.regions[start])
  askFrom(field, ax, az)
  if (attached >= 0 && isWayFreeTo(field, target)) return write(out, 0, target[0], target[1])
  if (!searchPath(navigation.search, start, goal)) assert(false, `cells ${start} and ${goal} of one region must be joined`)
  if (attached >= 0) return pullString(navigation, start, out, 0)
  askFrom(field, cellX(grid, start), cellZ(grid, start))
  return pullString(navigation, start, out, write(out, 0, cellX(grid, start), cellZ(grid, start)))
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
export function isReachable(navigation: Navigation, fromX: number, fromZ: number, toX: number, toZ: number): boolean {
  const { grid } = navigation
  askFrom(grid.field, Math.fround(fromX), Math.fround(fromZ))
  const from = attach(grid)
  askFrom(grid.field, Math.fround(toX), Math.fround(toZ))
  const to = attach(grid)
  return from >= 0 && to >= 0 && grid.regions[from] === grid.regions[to]
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
      const isJoined = [...regionsIn(navigation.grid, start)].some((region) => targetRegions.has(region))
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
