import { neighbourOf, type WalkGrid } from './walk-grid.ts'

/** Costs of a straight and a diagonal step: whole numbers near 1 : √2, so that sums are the same everywhere. */
const straightCost = 70
const diagonalCost = 99

/** Memory of an A* search, kept between searches. What an old search left is told apart by its stamp. */
export type PathSearch = {
  readonly grid: WalkGrid
  search: number
  readonly stamps: Uint32Array
  /** Cost from where the search began. */
  readonly costs: Int32Array
  /** Cost plus what is still to go at least. */
  readonly totals: Int32Array
  /** The next cell on the way back to where the search began. */
  readonly parents: Int32Array
  /** Binary heap of open cells and each cell's place in it, -1 once it is closed. */
  readonly heap: Int32Array
  readonly places: Int32Array
  heapSize: number
}

export function createPathSearch(grid: WalkGrid): PathSearch {
  const size = grid.steps.length
  return {
    grid,
    search: 0,
    stamps: new Uint32Array(size),
    costs: new Int32Array(size),
    totals: new Int32Array(size),
    parents: new Int32Array(size),
    heap: new Int32Array(size),
    places: new Int32Array(size),
    heapSize: 0,
  }
}

/**
 * A* from `goal` back to `start`, both free cells: afterwards `parents` leads from start to goal. False when there is no way.
 * Among equal totals the cell further along, then the lower index, is taken first, so the way found is always the same one.
 */
export function searchPath(search: PathSearch, start: number, goal: number): boolean {
  const { grid, stamps, costs, totals, parents, places } = search
  begin(search)
  open(search, goal, 0, leastCost(grid, goal, start), -1)
  while (search.heapSize > 0) {
    const cell = takeFirst(search)
    if (cell === start) return true
    for (let direction = 0; direction < 8; direction++) {
      if ((grid.steps[cell] & (1 << direction)) === 0) continue
      const other = neighbourOf(grid, cell, direction)
      const cost = costs[cell] + (direction % 2 === 0 ? straightCost : diagonalCost)
      if (stamps[other] !== search.search) open(search, other, cost, cost + leastCost(grid, other, start), cell)
      else if (places[other] >= 0 && cost < costs[other]) {
        totals[other] -= costs[other] - cost
        costs[other] = cost
        parents[other] = cell
        moveUp(search, places[other])
      }
    }
  }
  return false
}

function begin(search: PathSearch): void {
  search.heapSize = 0
  search.search = (search.search + 1) >>> 0
  if (search.search !== 0) return
  search.stamps.fill(0)
  search.search = 1
}

/** Steps between two cells with nothing in the way: never more than the true cost. */
function leastCost(grid: WalkGrid, from: number, to: number): number {
  const columns = Math.abs((from % grid.columns) - (to % grid.columns))
  const rows = Math.abs(Math.floor(from / grid.columns) - Math.floor(to / grid.columns))
  const diagonal = Math.min(columns, rows)
  return diagonal * diagonalCost + (columns + rows - 2 * diagonal) * straightCost
}

function open(search: PathSearch, cell: number, cost: number, total: number, parent: number): void {
  search.stamps[cell] = search.search
  search.costs[cell] = cost
  search.totals[cell] = total
  search.parents[cell] = parent
  const place = search.heapSize++
  search.heap[place] = cell
  search.places[cell] = place
  moveUp(search, place)
}

function isBefore({ totals, costs }: PathSearch, a: number, b: number): boolean {
  if (totals[a] !== totals[b]) return totals[a] < totals[b]
  if (costs[a] !== costs[b]) return costs[a] > costs[b]
  return a < b
}

function put(search: PathSearch, cell: number, place: number): void {
  search.heap[place] = cell
  search.places[cell] = place
}

function moveUp(search: PathSearch, from: number): void {
  const { heap } = search
  const cell = heap[from]
  let place = from
  while (place > 0) {
    const above = (place - 1) >> 1
    if (!isBefore(search, cell, heap[above])) break
    put(search, heap[above], place)
    place = above
  }
  put(search, cell, place)
}

function takeFirst(search: PathSearch): number {
  const { heap } = search
  const first = heap[0]
  search.places[first] = -1
  const size = --search.heapSize
  if (size === 0) return first
  const cell = heap[size]
  let place = 0
  for (let below = 1; below < size; below = 2 * place + 1) {
    if (below + 1 < size && isBefore(search, heap[below + 1], heap[below])) below++
    if (!isBefore(search, heap[below], cell)) break
    put(search, heap[below], place)
    place = below
  }
  put(search, cell, place)
  return first
}
