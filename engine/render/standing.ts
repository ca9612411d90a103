import type { FrameView } from '../snapshot/index.ts'
import { white } from './color.ts'
import type { Area } from './culling.ts'
import type { People } from './people.ts'
import type { Quads } from './quads.ts'
import { endOfView, firstInView, type StandingTiles } from './tiles.ts'

/** Paints what stands and who walks in one order, far to near: two sorted lists merged; of equals the thing comes first. */
export function paintStanding(tiles: StandingTiles, people: People, view: FrameView, area: Area, nowMs: number, into: Quads): void {
  into.begin()
  const { order, depths, count } = people
  const end = endOfView(tiles, area)
  let tile = firstInView(tiles, area)
  for (let p = 0; p < count; p++) {
    const person = order[p]
    while (tile < end && tiles.depths[tile] <= depths[person]) putTile(tiles, tile++, area, into)
    people.put(view, person, nowMs, into)
  }
  while (tile < end) putTile(tiles, tile++, area, into)
  into.end()
}

function putTile(tiles: StandingTiles, i: number, area: Area, into: Quads): void {
  const x = tiles.x[i]
  if (x + tiles.halfWidthPx > area.left && x - tiles.halfWidthPx < area.right) into.put(tiles.shown[i], x, tiles.y[i], 1, 1, white)
}
