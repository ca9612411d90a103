import { densityCells } from '../space/index.ts'
import { gridOf, type Hall } from './hall.ts'
import type { Resident } from './resident.ts'

/** Ticks between two looks at the crowd around a viewer. */
export const crowdEveryTicks = 80
const exactEveryLooks = 4
/** Most cells told in one frame; the rest goes with a later one. */
export const mostCrowdCells = 100

/** Cells to be told and how many people are in each. Valid until the next call. */
export const crowdRows = { cells: new Uint16Array(mostCrowdCells), counts: new Uint8Array(mostCrowdCells), count: 0 }

/**
 * Collects the squares around the viewer whose number of people is no longer what the viewer was told. Nothing is told where everybody is
 * known one by one; and small changes of large numbers are news only at every fourth look.
 */
export function gatherCrowd(hall: Hall, viewer: Resident): void {
  crowdRows.count = 0
  const { columns, rows, cellM, counts } = densityCells(gridOf(hall, viewer))
  const isHidden = hall.taken.length - 1 > viewer.knownCount
  if (!isHidden && viewer.crowdTold === null) return
  const told = (viewer.crowdTold ??= new Uint8Array(columns * rows))
  const { Position } = hall.world.components
  const column = Math.floor(Position.x[viewer.eid] / cellM)
  const row = Math.floor(Position.z[viewer.eid] / cellM)
  const reach = Math.ceil(hall.viewRadiusM / cellM)
  viewer.crowdLooks += 1
  const isExact = viewer.crowdLooks % exactEveryLooks === 0
  let left = 0
  for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
    for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
      const cell = r * columns + c
      const count = isHidden ? Math.min(255, counts[cell]) : 0
      left += count
      if (!isNews(told[cell], count, isExact) || crowdRows.count === mostCrowdCells) continue
      crowdRows.cells[crowdRows.count] = cell
      crowdRows.counts[crowdRows.count] = count
      crowdRows.count += 1
    }
  }
  // Everybody around is gone and has been told so: back to costing nothing. Squares that it has left behind with people in them it still shows.
  if (left === 0 && crowdRows.count === 0 && !told.some((count) => count > 0)) viewer.crowdTold = null
}

/** Notes that the rows of the last `gatherCrowd` went out. */
export function crowdWasTold(viewer: Resident): void {
  if (viewer.crowdTold === null) return
  for (let i = 0; i < crowdRows.count; i++) viewer.crowdTold[crowdRows.cells[i]] = crowdRows.counts[i]
}

function isNews(told: number, count: number, isExact: boolean): boolean {
  if (isExact || told === 0 || count === 0) return told !== count
  return Math.abs(count - told) > 1 + told / 4
}
