import { depthOf, projectX, projectY, type SpaceMap } from '../space/index.ts'
import type { Atlas } from './atlas.ts'
import { depthBeside, tileDepth } from './depth.ts'
import type { Picture } from './picture.ts'
import { isInStorey, type StoreyView, type StoreyViews } from './storey-views.ts'

/** A wall this near to the viewer's avatar, and before it, is drawn cut low, metres. */
const cutDistanceM = 4

/** Everything of a storey that stands, from the farthest to the nearest: a structure of arrays, fixed once loaded. */
export type StandingTiles = {
  readonly count: number
  readonly depths: Float32Array
  /** Where the anchor is drawn, 1× pixels. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** What is drawn now: `whole` or, for a wall in the way, `cut`. */
  readonly shown: Picture[]
  /** How far any of them reaches above its anchor, and below it, 1× pixels: how far outside the view one must look. */
  readonly upPx: number
  readonly downPx: number
  /** Writes into `depths[i]` the depth of a person at (xs[i], zs[i]), in front of or behind what stands in the same tile. */
  setDepth(depths: Float32Array, xs: Float32Array, zs: Float32Array, i: number): void
  /** Cuts the walls in front of (x, z), the viewer's avatar, and makes the others whole; tells `onChange` each one whose picture changed. */
  cutBefore(x: number, z: number, onChange: (tile: number) => void): void
  /** Makes every wall whole. */
  cutNothing(onChange: (tile: number) => void): void
}

type Item = { c: number; r: number; depth: number; whole: Picture; cut: Picture | null }

export function createStandingTiles(map: SpaceMap, atlas: Atlas, views: StoreyViews, storey: StoreyView): StandingTiles {
  const { columns, rows } = map
  const items = readItems(map, atlas, views, storey)
  const shown = items.map((item) => item.whole)
  const walls: number[] = []
  items.forEach((item, i) => {
    if (item.cut !== null) walls.push(i)
  })
  const solidKind = solidKinds(map)
  let seenFrom = -1

  const show = (wall: number, picture: Picture, onChange: (tile: number) => void): void => {
    if (shown[wall] === picture) return
    shown[wall] = picture
    onChange(wall)
  }

  return {
    count: items.length,
    depths: Float32Array.from(items, (item) => item.depth),
    x: Float32Array.from(items, ({ c, r }) => projectX(c + 1, r + 1)),
    y: Float32Array.from(items, ({ c, r }) => projectY(c + 1, 0, r + 1)),
    shown,
    upPx: items.reduce((most, { whole }) => Math.max(most, -whole.top), 0),
    downPx: items.reduce((most, { whole }) => Math.max(most, whole.bottom), 0),
    setDepth(depths, xs, zs, i) {
      const x = xs[i]
      const z = zs[i]
      const c = Math.floor(x)
      const r = Math.floor(z)
      const kind = c < 0 || r < 0 || c >= columns || r >= rows ? null : map.tiles[solidKind[r * columns + c]]
      depths[i] = kind ? depthBeside(x, z, c, r, kind.boxes) : depthOf(x, z)
    },
    cutBefore(x, z, onChange) {
      const c = Math.floor(x)
      const r = Math.floor(z)
      if (seenFrom === r * columns + c) return
      seenFrom = r * columns + c
      const own = tileDepth(c, r)
      for (let w = 0; w < walls.length; w++) {
        const wall = items[walls[w]]
        const isInWay = wall.depth > own && Math.hypot(wall.c - c, wall.r - r) <= cutDistanceM
        show(walls[w], isInWay && wall.cut !== null ? wall.cut : wall.whole, onChange)
      }
    },
    cutNothing(onChange) {
      if (seenFrom === -1) return
      seenFrom = -1
      for (let w = 0; w < walls.length; w++) show(walls[w], items[walls[w]].whole, onChange)
    },
  }
}

function readItems(map: SpaceMap, atlas: Atlas, views: StoreyViews, storey: StoreyView): Item[] {
  const items: Item[] = []
  for (const layer of map.layers) {
    if (layer.kind !== 'standing') continue
    for (let r = storey.z0; r < storey.z1; r++) {
      for (let c = storey.x0; c < storey.x1; c++) {
        const kind = map.tiles[layer.gids[r * map.columns + c]]
        if (!kind || !isInStorey(views.storeys, storey, c, r)) continue
        const whole = atlas.find(kind.frame)
        if (whole === null) continue
        const cutName = `${kind.frame}-cut`
        items.push({ c, r, depth: tileDepth(c, r), whole, cut: kind.isWall && atlas.has(cutName) ? atlas.find(cutName) : null })
      }
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
