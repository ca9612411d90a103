import type { Agency, Catalogue, Region } from '../../../game/api/index.ts'

export const region: Region = {
  slug: 'kukar',
  name: 'Kutai Kartanegara',
  province: 'Kalimantan Timur',
  timeZone: 'Asia/Makassar',
  theme: 'kutai',
  map: 'kukar',
  catalogue: 'kukar',
  isDemo: true,
}

const agency = (slug: string, wing: Agency['wing'], prefix: string): Agency => ({
  slug,
  name: slug,
  shortName: slug,
  wing,
  groups: [{ slug: `${slug}-a`, prefix, name: { id: slug, en: slug }, services: [] }],
})
export const catalogue: Catalogue = { agencies: [agency('disdukcapil', 'kependudukan', 'A'), agency('samsat', 'pajak', 'B')] }

type ZoneObject = {
  kind: string
  name: string
  column: number
  row: number
  /** Tiles; one by one where left out. */
  columns?: number
  rows?: number
  properties?: Record<string, string | number>
}

/** A Tiled map: '#' is a wall, anything else floor. */
export function tiledMall(drawing: readonly string[], zones: readonly ZoneObject[]): unknown {
  const list = (properties: Record<string, unknown>) =>
    Object.entries(properties).map(([name, value]) => ({ name, type: typeof value, value }))
  const objects = zones.map(({ kind, name, column, row, columns = 1, rows = 1, properties = {} }, i) => ({
    id: i + 1,
    name,
    type: kind,
    x: column * 32,
    y: row * 32,
    width: columns * 32,
    height: rows * 32,
    rotation: 0,
    properties: list(properties),
  }))
  const cells = [...drawing.join('')]
  return {
    type: 'map',
    orientation: 'isometric',
    infinite: false,
    width: drawing[0].length,
    height: drawing.length,
    tilewidth: 64,
    tileheight: 32,
    tilesets: [
      {
        firstgid: 1,
        name: 'two',
        tilecount: 2,
        tiles: [
          { id: 0, properties: list({ frame: 'floor' }) },
          { id: 1, properties: list({ frame: 'wall', height: 2.25, wall: true, boxes: '0 0 1 1 2.25' }) },
        ],
      },
    ],
    layers: [
      { type: 'tilelayer', name: 'ground', data: cells.map(() => 1), properties: list({ kind: 'floor' }) },
      { type: 'tilelayer', name: 'walls', data: cells.map((cell) => (cell === '#' ? 2 : 0)), properties: list({ kind: 'standing' }) },
      { type: 'objectgroup', name: 'zones', objects },
    ],
  }
}

export const start: ZoneObject = { kind: 'start', name: 'door', column: 0, row: 0 }
export const counter = (name: string, tenant: string, column: number, more: Record<string, string | number> = {}): ZoneObject => ({
  kind: 'counter',
  name,
  column,
  row: 0,
  properties: { tenant, ...more },
})
