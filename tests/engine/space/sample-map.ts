import type { SpaceMap } from '@balai/engine/space'

type Zone = {
  kind: string
  name?: string
  column: number
  row: number
  width?: number
  depth?: number
  properties?: Record<string, unknown>
}

/** Tiles of the sample tileset: gid 1 floor, 2 a wall over the whole tile, 3 a thin wall along its north-west edge, 4 a low step. */
export const sampleTileset = {
  firstgid: 1,
  name: 'sample',
  tilecount: 4,
  tiles: [
    tile(0, { frame: 'floor' }),
    tile(1, { frame: 'wall', height: 2.25, wall: true, boxes: '0 0 1 1 2.25' }),
    tile(2, { frame: 'pane', height: 2, boxes: '0 0 0.1 1 2' }),
    tile(3, { frame: 'step', height: 0.3, boxes: '0 0 1 1 0.3' }),
  ],
}

function tile(id: number, properties: Record<string, string | number | boolean>): unknown {
  return { id, properties: propertyList(properties) }
}

export function propertyList(properties: Record<string, unknown>): unknown[] {
  return Object.entries(properties).map(([name, value]) => ({ name, type: typeof value, value }))
}

/** A Tiled map from a drawing: '#' wall, '|' thin wall, '_' step, anything else floor. */
export function tiledMap(drawing: readonly string[], zones: readonly Zone[] = [{ kind: 'start', column: 0, row: 0 }]) {
  const columns = drawing[0].length
  const rows = drawing.length
  const standing = drawing.flatMap((line) => [...line].map((letter) => '#|_'.indexOf(letter) + 2)).map((gid) => (gid === 1 ? 0 : gid))
  const objects = zones.map((zone, id) => ({
    id: id + 1,
    name: zone.name ?? '',
    type: zone.kind,
    x: zone.column * 32,
    y: zone.row * 32,
    width: (zone.width ?? 1) * 32,
    height: (zone.depth ?? 1) * 32,
    rotation: 0,
    ...(zone.properties ? { properties: propertyList(zone.properties) } : {}),
  }))
  return {
    type: 'map',
    orientation: 'isometric',
    infinite: false,
    width: columns,
    height: rows,
    tilewidth: 64,
    tileheight: 32,
    tilesets: [sampleTileset],
    layers: [
      { type: 'tilelayer', name: 'ground', data: Array(columns * rows).fill(1), properties: propertyList({ kind: 'floor' }) },
      { type: 'tilelayer', name: 'things', data: standing, properties: propertyList({ kind: 'standing' }) },
      { type: 'objectgroup', name: 'zones', objects },
    ] as Record<string, unknown>[],
  }
}

/** A map without pictures, from solids alone. */
export function bareMap(columns: number, rows: number, solids: SpaceMap['solids'] = []): SpaceMap {
  return { name: 'bare', columns, rows, tiles: [null], layers: [], solids, zones: [], properties: {} }
}
