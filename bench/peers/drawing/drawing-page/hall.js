import { parseTiledMap, projectX, projectY, storeyAt, createStoreys, zonesOfKind } from '@balai/engine/space'
import sheet from '../../../../assets/art/packed/sheet.json'
import kutai from '../../../../assets/art/packed/theme-kutai.json'
import { artOfSheet } from '../../../../assets/art/scene-art.ts'
import mapText from '../../../../assets/maps/kukar.tmj?raw'

export const scale = 2

/** The hall of Kukar as everybody draws it: its sheet, its map, and what lies and stands on the storey where people come in. */
export async function loadHall() {
  const map = parseTiledMap(JSON.parse(mapText))
  const storeys = createStoreys(map)
  const start = zonesOfKind(map, 'start')[0]
  const storey = storeyAt(storeys, start.x0 + 0.5, start.z0 + 0.5)
  const rows = Math.ceil(zonesOfKind(map, 'storey')[storey - 1]?.z1 ?? map.rows)
  const art = await artOfSheet(sheet, kutai, scale)
  const floor = []
  const standing = []
  for (const layer of map.layers) {
    layer.gids.forEach((gid, at) => {
      const [column, row] = [at % map.columns, Math.floor(at / map.columns)]
      const frame = map.tiles[gid]?.frame
      if (frame === undefined || storeys.byTile[at] !== storey) return
      const spot = { frame, x: projectX(column + 1, row + 1), y: projectY(column + 1, 0, row + 1), depth: column + row + 1 }
      if (layer.kind === 'floor') floor.push(spot)
      else standing.push(spot)
    })
  }
  const middle = { x: projectX(map.columns / 2, rows / 2), y: projectY(map.columns / 2, 0, rows / 2), rows }
  return { map, art, floor, standing, middle }
}

/** A person's pictures as the sheet names them: what a look, a direction and a step come to. */
export function picturesOf(art, view, i) {
  const octant = ((view.facing[i] + 2) >> 2) & 7
  const direction = ['se', 's', 'se', 'e', 'ne', 'n', 'ne', 'e'][octant]
  const cycle = art.people.cycles[1]
  const step = Math.floor((view.walkedM[i] / cycle.length) * cycle.steps) % cycle.steps
  return { direction, step, side: octant >= 2 && octant <= 4 ? -1 : 1 }
}
