import { stepColumns, stepRows, type WalkGrid } from './walk-grid.ts'

/** Costs of a straight and a diagonal step: whole numbers near 1 : √2, so that sums are the same everywhere. */
const straightCost = 70
const diagonalCost = 99
/** Totals of open cells are never further apart than two diagonal steps, so this many lists, used over and over, keep them sorted. */
const lists = 256

/** Memory of an A* search, kept between searches. What an old search left is told apart by its mark. */
export type PathSearch = {
  readonly grid: WalkGrid
  /** Mark of the cells that this search has opened; one more is that of those it has closed. */
  mark: number
  readonly marks: Uint32Array
  /** Cost from where the search began. */
  readonly costs: Int32Array
  /** The next cell on the way back to where the search began, -1 there. */
  readonly parents: Int32Array
  /** Open cells by their total, cost plus what is still to go at least: the last one opened of each list, and its neighbours in it. */
  readonly heads: Int32Array
  readonly above: Int32Array
  readonly below: Int32Array
  /** From a cell to the next one in each of the eight directions. */
  readonly offsets: Int32Array
}

export function createPathSearch(grid: WalkGrid): PathSearch {
  const size = grid.steps.length
  return {
    grid,
    mark: 0,
    marks: new Uint32Array(size),
    costs: new Int32Array(size),
    parents: new Int32Array(size),
    heads: new Int32Array(lists),
    above: new Int32Array(size),
    below: new Int32Array(size),
    offsets: Int32Array.from(stepColumns, (columns, direction) => stepRows[direction] * grid.columns + columns),
  }
}

/**
 * A* from `goal` back to `start`, both free cells: afterwards `parents` leads from start to goal. False when there is no way.
 * Among equal totals the cell opened last is taken first, so the way found is always the same one.
 */
export function searchPath(search: PathSearch, start: number, goal: number): boolean {
  const { grid, marks, costs, parents, heads, offsets } = search
  const { columns, steps } = grid
  const opened = begin(search)
  const startColumn = start % columns
  const startRow = (start - startColumn) / columns
  let total = leastCost((goal % columns) - startColumn, Math.floor(goal / columns) - startRow)
  let openCells = 1
  costs[goal] = 0
  parents[goal] = -1
  put(search, goal, total)
  while (openCells > 0) {
    while (heads[total % lists] < 0) total++
    const cell = heads[total % lists]
    takeOut(search, cell, total)
    marks[cell] = opened + 1
    openCells--
    if (cell === start) return true
    const column = cell % columns
    const row = (cell - column) / columns
    for (let direction = 0; direction < 8; direction++) {
      if ((steps[cell] & (1 << direction)) === 0) continue
      const other = cell + offsets[direction]
      if (marks[other] === opened + 1) continue
      const cost = costs[cell] + ((direction & 1) === 0 ? straightCost : diagonalCost)
      const isOpen = marks[other] === opened
      if (isOpen && cost >= costs[other]) continue
      const left = leastCost(column + stepColumns[direction] - startColumn, row + stepRows[direction] - startRow)
      if (isOpen) takeOut(search, other, costs[other] + left)
      else openCells++
      costs[other] = cost
      parents[other] = cell
      put(search, other, cost + left)
    }
  }
  return false
}

function begin(search: PathSearch): number {
  search.heads.fill(-1)
  search.mark += 2
  if (search.mark > 0xfffffff0) {
    search.marks.fill(0)
    search.mark = 2
  }
  return search.mark
}

/** Steps over so many columns and rows with nothing in the way: never more than the true cost. */
function leastCost(columns: number, rows: number): number {
  const across = Math.abs(columns)
  const down = Math.abs(rows)
  const diagonal = Math.min(across, down)
  return diagonal * diagonalCost + (across + down - 2 * diagonal) * straightCost
}

function put({ mark, marks, heads, above, below }: PathSearch, cell: number, total: number): void {
  const head = heads[total % lists]
  marks[cell] = mark
  above[cell] = -1
  below[cell] = head
  if (head >= 0) above[head] = cell
  heads[total % lists] = cell
}

function takeOut({ heads, above, below }: PathSearch, cell: number, total: number): void {
  const over = above[cell]
  const under = below[cell]
  if (under >= 0) above[under] = over
  if (over >= 0) below[over] = under
  else heads[total % lists] = under
}
