import { Container } from 'pixi.js'
import { projectX, projectY, type SpaceMap, tileHeightPx, tileWidthPx, type TileLayer } from '../space/index.ts'
import type { Atlas } from './atlas.ts'
import { white } from './color.ts'
import type { Area } from './culling.ts'
import type { Picture } from './picture.ts'
import { createQuadMesh, type QuadMesh } from './quad-mesh.ts'
import { createPen, movePen, writeQuad } from './quad-words.ts'
import { isInStorey, type StoreyView, type StoreyViews } from './storey-views.ts'

/** The floor of one storey: written to the graphics card once, a call for each layer, of which only the rows in view are drawn. */
export type Floor = {
  readonly container: Container
  /** Shows the rows that reach into the area; returns how many pictures that is. */
  cull(area: Area): number
  destroy(): void
}

export type FloorOptions = {
  readonly atlas: Atlas
  readonly views: StoreyViews
  readonly storey: StoreyView
  /** False: layers named `light` (shade and pools of light) are left out. */
  readonly withLight: boolean
}

/** Of a layer's pictures, row by row down the screen. */
type Layer = {
  readonly mesh: QuadMesh
  /** Index of each row's first picture; a row is one line of tiles across the screen. */
  readonly starts: Uint32Array
  /** The sum of column and row of the first line's tiles. */
  readonly firstLine: number
  /** How far a picture reaches above and below its tile's south corner, 1× pixels. */
  readonly upPx: number
  readonly downPx: number
}

type Spot = { readonly picture: Picture; readonly column: number; readonly row: number }

/** How much wider than a tile the ground's pictures are drawn, 1× pixels: else gaps open between them when scaled. */
const overlapPx = 0.5
/** Name of the floor layers that a low tier does without. */
const lightLayer = 'light'

export function createFloor(map: SpaceMap, options: FloorOptions): Floor {
  const container = new Container()
  const layers: Layer[] = []
  map.layers
    .filter(({ kind, name }) => kind === 'floor' && (options.withLight || name !== lightLayer))
    .forEach((layer, i) => {
      const spots = spotsOf(map, layer, options)
      if (spots.length === 0) return
      // Only the ground overlaps: pools of light lie above it, and would be twice as bright along every edge.
      const made = createLayer(spots, options, i === 0 ? overlapPx : 0)
      container.addChild(made.mesh.container)
      layers.push(made)
    })
  return {
    container,
    cull(area) {
      let count = 0
      for (let i = 0; i < layers.length; i++) count += showRows(layers[i], area)
      return count
    },
    destroy() {
      for (const { mesh } of layers) mesh.destroy()
      container.destroy()
    },
  }
}

/** What of a layer lies in the storey, line by line down the screen. */
function spotsOf(map: SpaceMap, layer: TileLayer, { atlas, storey, views }: FloorOptions): Spot[] {
  const spots: Spot[] = []
  for (let row = storey.z0; row < storey.z1; row++) {
    for (let column = storey.x0; column < storey.x1; column++) {
      const kind = map.tiles[layer.gids[row * map.columns + column]]
      if (!kind || !isInStorey(views.storeys, storey, column, row)) continue
      const picture = atlas.find(kind.frame)
      if (picture !== null) spots.push({ picture, column, row })
    }
  }
  return spots.sort((a, b) => a.column + a.row - b.column - b.row)
}

function createLayer(spots: readonly Spot[], { atlas, storey }: FloorOptions, overlap: number): Layer {
  const spread = 1 + overlap / tileWidthPx
  const mesh = createQuadMesh(atlas.source, spots.length)
  const { floats, words } = mesh.words
  const pen = createPen()
  const firstLine = storey.x0 + storey.z0
  const lines = storey.x1 + storey.z1 - firstLine
  const starts = new Uint32Array(lines + 1)
  let upPx = 0
  let downPx = 0
  spots.forEach(({ column, picture, row }, i) => {
    const y = projectY(column + 1, 0, row + 1) + overlap / 2
    movePen(pen, projectX(column + 1, row + 1), y, spread, spread)
    writeQuad(floats, words, i, picture, pen, white)
    starts[column + row - firstLine + 1] = i + 1
    upPx = Math.max(upPx, -picture.top)
    downPx = Math.max(downPx, picture.bottom)
  })
  // A line without pictures begins where the one before it ends.
  for (let line = 1; line <= lines; line++) starts[line] = Math.max(starts[line], starts[line - 1])
  mesh.touch(0, spots.length)
  return { mesh, starts, firstLine, upPx, downPx }
}

/** A line of tiles whose columns and rows sum to n has its south corners at y = (n + 2) half tiles. */
function showRows({ downPx, firstLine, mesh, starts, upPx }: Layer, area: Area): number {
  const half = tileHeightPx / 2
  const last = starts.length - 1
  const from = between(Math.floor((area.top - downPx) / half) - 2 - firstLine, last)
  const to = between(Math.ceil((area.bottom + upPx) / half) - 1 - firstLine, last)
  const first = starts[from]
  const count = Math.max(0, starts[Math.max(from, to)] - first)
  mesh.show(first, count)
  return count
}

const between = (line: number, last: number): number => Math.min(Math.max(line, 0), last)
