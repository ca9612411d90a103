/** The parts of Tiled's JSON map format (1.10) that these maps use. */

export type Value = string | number | boolean
export type Properties = Readonly<Record<string, Value>>
export type TiledProperty = { name: string; type: 'string' | 'float' | 'int' | 'bool'; value: Value }

export function propertyList(properties: Properties): TiledProperty[] {
  return Object.entries(properties).map(([name, value]) => ({
    name,
    type: typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'float',
    value,
  }))
}

export type TileEntry = { readonly properties: Properties; readonly image: string; readonly width: number; readonly height: number }
export type LayerEntry = { readonly name: string; readonly kind: 'floor' | 'standing'; readonly gids: Uint32Array }
/** Metres; x along columns, z along rows. */
export type Area = { readonly x0: number; readonly z0: number; readonly x1: number; readonly z1: number }
export type ZoneEntry = Area & { readonly kind: string; readonly name: string; readonly properties: Properties }

export type MapEntry = {
  readonly columns: number
  readonly rows: number
  readonly properties: Properties
  readonly tiles: readonly TileEntry[]
  readonly layers: readonly LayerEntry[]
  readonly zones: readonly ZoneEntry[]
}

const tileWidth = 64
const tileHeight = 32

/** Text of a `.tmj` file. In an isometric map, objects are measured in tile heights along both axes. */
export function writeTiled(map: MapEntry): string {
  const layers = map.layers.map((layer, i) => ({
    id: i + 1,
    name: layer.name,
    type: 'tilelayer',
    x: 0,
    y: 0,
    width: map.columns,
    height: map.rows,
    opacity: 1,
    visible: true,
    properties: propertyList({ kind: layer.kind }),
    data: [...layer.gids],
  }))
  const objects = map.zones.map((zone, i) => ({
    id: i + 1,
    name: zone.name,
    type: zone.kind,
    rotation: 0,
    visible: true,
    x: zone.x0 * tileHeight,
    y: zone.z0 * tileHeight,
    width: (zone.x1 - zone.x0) * tileHeight,
    height: (zone.z1 - zone.z0) * tileHeight,
    properties: propertyList(zone.properties),
  }))
  const objectLayer = {
    id: layers.length + 1,
    name: 'zones',
    type: 'objectgroup',
    draworder: 'topdown',
    x: 0,
    y: 0,
    opacity: 0.6,
    visible: true,
    objects,
  }
  const tileset = {
    firstgid: 1,
    name: 'balai',
    columns: 0,
    margin: 0,
    spacing: 0,
    grid: { orientation: 'orthogonal', width: 1, height: 1 },
    tilecount: map.tiles.length,
    tilewidth: Math.max(...map.tiles.map((tile) => tile.width)),
    tileheight: Math.max(...map.tiles.map((tile) => tile.height)),
    tiles: map.tiles.map((tile, id) => ({
      id,
      image: tile.image,
      imagewidth: tile.width,
      imageheight: tile.height,
      properties: propertyList(tile.properties),
    })),
  }
  const head = {
    type: 'map',
    version: '1.10',
    tiledversion: '1.10.2',
    orientation: 'isometric',
    renderorder: 'right-down',
    infinite: false,
    compressionlevel: -1,
    width: map.columns,
    height: map.rows,
    tilewidth: tileWidth,
    tileheight: tileHeight,
    nextlayerid: layers.length + 2,
    nextobjectid: objects.length + 1,
    properties: propertyList(map.properties),
  }
  return readable({ ...head, tilesets: [tileset], layers: [...layers, objectLayer] }, map.columns)
}

/** JSON with one line a row of tiles, a tile, an object: a diff shows what moved. */
function readable(map: Record<string, unknown> & { layers: unknown[]; tilesets: unknown[] }, columns: number): string {
  const { layers, tilesets, ...head } = map
  const rowsOf = (data: number[]): string => {
    const lines: string[] = []
    for (let i = 0; i < data.length; i += columns) lines.push(`    ${data.slice(i, i + columns).join(',')}`)
    return `[\n${lines.join(',\n')}\n   ]`
  }
  const withList = (item: Record<string, unknown>, key: string): string => {
    const { [key]: list, ...rest } = item
    const inner =
      key === 'data'
        ? rowsOf(list as number[])
        : `[\n${(list as unknown[]).map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n   ]`
    return `  ${JSON.stringify(rest).slice(0, -1)},"${key}":${inner}}`
  }
  const layerText = (layers as Record<string, unknown>[]).map((layer) => withList(layer, 'data' in layer ? 'data' : 'objects')).join(',\n')
  const tilesetText = (tilesets as Record<string, unknown>[]).map((tileset) => withList(tileset, 'tiles')).join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},\n "tilesets":[\n${tilesetText}\n ],\n "layers":[\n${layerText}\n ]}\n`
}
