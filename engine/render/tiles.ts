import { depthOf, projectX, projectY, tileHeightPx, type SpaceMap } from '../space/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import type { Area } from './culling.ts'
import { depthBeside, firstAtOrBehind, tileDepth } from './depth.ts'

/** A wall this near to the viewer's avatar, and before it, is drawn cut low, metres. */
const cutDistanceM = 4

/** Everything of the map that stands, from the farthest to the nearest: a structure of arrays, fixed once loaded. */
export type StandingTiles = {
  readonly count: number
  readonly depths: Float32Array
  /** Where the anchor is drawn, 1× pixels. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** What is drawn now: `whole` or, for a wall in the way, `cut`. */
  readonly shown: Picture[]
  /** Greatest size of any of them, 1× pixels: how far outside the view one must look. */
  readonly halfWidthPx: number
  readonly heightPx: number
  /** Depth for a person at (x, z), in front of or behind what stands in the same tile. */
  depthAt(x: number, z: number): number
  /** Cuts the walls in front of (x, z), the viewer's avatar, and makes the others whole; true when a picture changed. */
  cutBefore(x: number, z: number): boolean
  /** Makes every wall whole. */
  cutNothing(): boolean
}

type Item = { c: number; r: number; depth: number; whole: Picture; cut: Picture | null }

export function createStandingTiles(map: SpaceMap, atlas: Atlas): StandingTiles {
  const { columns, rows } = map
  const items = readItems(map, atlas)
  const depths = Float32Array.from(items, (item) => item.depth)
  const shown = items.map((item) => item.whole)
  const walls: number[] = []
  items.forEach((item, i) => {
    if (item.cut !== null) walls.push(i)
  })
  const solidKind = solidKinds(map)
  let halfWidthPx = 0
  let heightPx = 0
  for (const { whole } of items) {
    halfWidthPx = Math.max(halfWidthPx, whole.widthPx)
    heightPx = Math.max(heightPx, whole.heightPx)
  }
  let seenFrom = -1

  const recut = (isCut: (item: Item) => boolean): boolean => {
    let changed = false
    for (let w = 0; w < walls.length; w++) {
      const item = items[walls[w]]
      const picture = item.cut !== null && isCut(item) ? item.cut : item.whole
      if (shown[walls[w]] !== picture) {
        shown[walls[w]] = picture
        changed = true
      }
    }
    return changed
  }

  return {
    count: items.length,
    depths,
    x: Float32Array.from(items, ({ c, r }) => projectX(c + 1, r + 1)),
    y: Float32Array.from(items, ({ c, r }) => projectY(c + 1, 0, r + 1)),
    shown,
    halfWidthPx,
    heightPx,
    depthAt(x, z) {
      const c = Math.floor(x)
      const r = Math.floor(z)
      if (c < 0 || r < 0 || c >= columns || r >= rows) return depthOf(x, z)
      const kind = map.tiles[solidKind[r * columns + c]]
      return kind ? depthBeside(x, z, c, r, kind.boxes) : depthOf(x, z)
    },
    cutBefore(x, z) {
      const c = Math.floor(x)
      const r = Math.floor(z)
      if (seenFrom === r * columns + c) return false
      seenFrom = r * columns + c
      const own = tileDepth(c, r)
      return recut((wall) => wall.depth > own && Math.hypot(wall.c - c, wall.r - r) <= cutDistanceM)
    },
    cutNothing() {
      if (seenFrom === -1) return false
      seenFrom = -1
      return recut(() => false)
    },
  }
}

// A tile's anchor lies one metre of depth below its middle; one more on top for what is drawn below the anchor.
/** First of the tiles that can reach into the area from above. */
export const firstInView = (tiles: StandingTiles, area: Area): number => firstAtOrBehind(tiles.depths, (area.top * 2) / tileHeightPx - 2)
/** One past the last of the tiles that can reach into the area from below. */
export const endOfView = (tiles: StandingTiles, area: Area): number =>
  firstAtOrBehind(tiles.depths, ((area.bottom + tiles.heightPx) * 2) / tileHeightPx)

function readItems(map: SpaceMap, atlas: Atlas): Item[] {
  const items: Item[] = []
  for (const layer of map.layers) {
    if (layer.kind !== 'standing') continue
    for (let i = 0; i < layer.gids.length; i++) {
      const kind = map.tiles[layer.gids[i]]
      const whole = kind ? atlas.find(kind.frame) : null
      if (!kind || whole === null) continue
      const c = i % map.columns
      const r = (i - c) / map.columns
      const cutName = `${kind.frame}-cut`
      items.push({ c, r, depth: tileDepth(c, r), whole, cut: kind.isWall && atlas.has(cutName) ? atlas.find(cutName) : null })
    }
  }
  // Stable: in one tile, and between tiles of one depth, the file's order of layers stays.
  return items.sort((a, b) => a.depth - b.depth)
}

function solidKinds(map: SpaceMap): Uint32Array {
  const gids = new Uint32Array(map.columns * map.rows)
  for (const layer of map.layers) {
    if (layer.kind !== 'standing') continue
    for (let i = 0; i < gids.length; i++) if ((map.tiles[layer.gids[i]]?.boxes.length ?? 0) > 0) gids[i] = layer.gids[i]
  }
  return gids
}
