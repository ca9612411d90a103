import type { Clearance } from './clearance.ts'
import { MapError } from './map-errors.ts'
import { createPathSearch, type PathSearch, searchPath } from './path-search.ts'
import { isPointFree, isSegmentFree } from './solid-field.ts'
import type { SpaceMap, Zone } from './space-map.ts'
import { attach, cellX, cellZ, createWalkGrid, nearestCell, type WalkGrid, walkCellM } from './walk-grid.ts'
import { zonesOfKind } from './zones.ts'

export type NavigationOptions = {
  /** Distance that a path keeps from everything solid, metres. A little above the body's radius, it walks without touching. */
  readonly radiusM: number
}

/** What path-finding knows about a map. Not for two callers at once: it holds the memory of the search. */
export type Navigation = {
  readonly grid: WalkGrid
  readonly search: PathSearch
}

/** Works out where one can walk. Some 30 bytes for each quarter-metre square of the map. */
export function createNavigation(map: SpaceMap, clearance: Clearance, options: NavigationOptions): Navigation {
  const { radiusM } = options
  if (!(radiusM >= 0.05 && radiusM <= 1)) throw new TypeError(`options.radiusM must be from 0.05 to 1 metre, got ${radiusM}`)
  const grid = createWalkGrid(map, clearance, radiusM)
  return { grid, search: createPathSearch(grid) }
}

/**
 * Writes the way from one place to another into `out` as x, z pairs in metres, without the place it begins at, and returns how
 * many pairs: 0 when there is no way. Straight lines between them keep the radius clear. The last pair is the target, or, when a body
 * cannot stand there, the nearest place that can be walked to. A way longer than `out` is cut at its end. The coordinates are taken as
 * float32, and the same bits in give the same bits out on every machine. Allocates nothing.
 */
export function findPath(navigation: Navigation, fromX: number, fromZ: number, toX: number, toZ: number, out: Float32Array): number {
  const { grid } = navigation
  const { field } = grid
  const ax = Math.fround(fromX)
  const az = Math.fround(fromZ)
  let bx = Math.fround(toX)
  let bz = Math.fround(toZ)
  if (!Number.isFinite(ax + az + bx + bz)) return 0
  const attached = attach(grid, ax, az)
  const start = attached >= 0 ? attached : nearestCell(grid, ax, az, 0)
  if (start < 0) return 0
  let goal = isPointFree(field, bx, bz) ? attach(grid, bx, bz) : -1
  if (goal < 0) {
    goal = nearestCell(grid, bx, bz, grid.regions[start])
    bx = cellX(grid, goal)
    bz = cellZ(grid, goal)
  }
  if (attached >= 0 && isSegmentFree(field, ax, az, bx, bz)) return write(out, 0, bx, bz)
  if (grid.regions[start] !== grid.regions[goal] || !searchPath(navigation.search, start, goal)) return 0
  if (attached >= 0) return pullString(navigation, start, ax, az, bx, bz, out, 0)
  // A body pressed closer to a wall than the radius steps clear of it first.
  const count = write(out, 0, cellX(grid, start), cellZ(grid, start))
  return pullString(navigation, start, cellX(grid, start), cellZ(grid, start), bx, bz, out, count)
}

/** Whether there is a way between two places where a body can stand, metres. */
export function isReachable(navigation: Navigation, fromX: number, fromZ: number, toX: number, toZ: number): boolean {
  const { grid } = navigation
  const from = attach(grid, Math.fround(fromX), Math.fround(fromZ))
  const to = attach(grid, Math.fround(toX), Math.fround(toZ))
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
  const middle = attach(grid, (zone.x0 + zone.x1) / 2, (zone.z0 + zone.z1) / 2)
  if (middle >= 0) regions.add(grid.regions[middle])
  regions.delete(0)
  return regions
}

/** Follows `parents` from the start cell and keeps only the points at which the straight line would touch something. */
function pullString(
  { grid, search }: Navigation,
  start: number,
  fromX: number,
  fromZ: number,
  toX: number,
  toZ: number,
  out: Float32Array,
  written: number,
): number {
  let count = written
  let anchorX = fromX
  let anchorZ = fromZ
  let lastX = fromX
  let lastZ = fromZ
  for (let cell = start; ; cell = search.parents[cell]) {
    const x = cell < 0 ? toX : cellX(grid, cell)
    const z = cell < 0 ? toZ : cellZ(grid, cell)
    if (!isSegmentFree(grid.field, anchorX, anchorZ, x, z)) {
      count = write(out, count, lastX, lastZ)
      anchorX = lastX
      anchorZ = lastZ
    }
    lastX = x
    lastZ = z
    if (cell < 0) return write(out, count, toX, toZ)
  }
}

function write(out: Float32Array, count: number, x: number, z: number): number {
  if (2 * count + 1 >= out.length) return count
  out[2 * count] = x
  out[2 * count + 1] = z
  return count + 1
}
