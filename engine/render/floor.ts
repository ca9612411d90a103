import { Container } from 'pixi.js'
import { projectX, projectY, tileWidthPx, type SpaceMap, type TileLayer } from '../space/index.ts'
import type { Atlas } from './atlas.ts'
import { white } from './color.ts'
import { cellOf, createArea, include, overlaps, type Area } from './culling.ts'
import { createQuads, type Quads } from './quads.ts'

/** The floor: written to the graphics card once, in cells, of which only those in view are drawn. */
export type Floor = {
  readonly container: Container
  /** Shows the cells that reach into the area; returns how many pictures that is. */
  cull(area: Area): number
  destroy(): void
}

type Cell = { quads: Quads; area: Area }

/** How much wider than a tile the ground's pictures are drawn, 1× pixels: else gaps open between them when scaled. */
const overlapPx = 0.5

export function createFloor(map: SpaceMap, atlas: Atlas): Floor {
  const container = new Container()
  const cells: Cell[] = []
  // One set of cells a layer: a decal must lie over the ground of the next cell too.
  const layers = map.layers.filter((layer) => layer.kind === 'floor')
  // Only the ground overlaps: pools of light lie above it, and would be twice as bright along every edge.
  layers.forEach((layer, i) => addLayer(map, layer, { atlas, overlap: i === 0 ? overlapPx : 0, container, cells }))
  return {
    container,
    cull(area) {
      let count = 0
      for (let i = 0; i < cells.length; i++) {
        const { quads } = cells[i]
        const isSeen = overlaps(cells[i].area, area)
        // Writing an equal value would still make Pixi rebuild its list.
        if (quads.container.visible !== isSeen) quads.container.visible = isSeen
        if (isSeen) count += quads.count
      }
      return count
    },
    destroy() {
      for (const cell of cells) cell.quads.destroy()
      container.destroy()
    },
  }
}

type LayerTarget = { atlas: Atlas; overlap: number; container: Container; cells: Cell[] }

function addLayer(map: SpaceMap, layer: TileLayer, { atlas, overlap, container, cells }: LayerTarget): void {
  const spread = 1 + overlap / tileWidthPx
  const byPlace = new Map<number, Cell>()
  for (let r = 0; r < map.rows; r++) {
    for (let c = 0; c < map.columns; c++) {
      const kind = map.tiles[layer.gids[r * map.columns + c]]
      const picture = kind ? atlas.find(kind.frame) : null
      if (picture === null) continue
      const x = projectX(c + 1, r + 1)
      const y = projectY(c + 1, 0, r + 1)
      let cell = byPlace.get(cellOf(x, y))
      if (cell === undefined) {
        cell = { quads: createQuads(atlas.source, true), area: createArea() }
        cell.area.left = cell.area.top = Number.POSITIVE_INFINITY
        cell.area.right = cell.area.bottom = Number.NEGATIVE_INFINITY
        cell.quads.begin()
        byPlace.set(cellOf(x, y), cell)
      }
      cell.quads.put(picture, x, y + overlap / 2, spread, spread, white)
      const left = x - picture.anchorX * picture.widthPx
      const top = y - picture.anchorY * picture.heightPx
      include(cell.area, left - 1, top - 1, left + picture.widthPx + 1, top + picture.heightPx + 1)
    }
  }
  for (const cell of byPlace.values()) {
    cell.quads.end()
    container.addChild(cell.quads.container)
    cells.push(cell)
  }
}
