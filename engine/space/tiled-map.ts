import { MapError } from './map-errors.ts'
import type { SolidBox, SpaceMap, TileLayer, Zone } from './space-map.ts'
import { fieldOf, propertiesOf, show, wholeNumber } from './tiled-fields.ts'
import { listLayers, readTileLayer, solidsOf } from './tiled-layers.ts'
import { readTiles } from './tiled-tiles.ts'
import { checkReferences, type MapReferences, readZones } from './tiled-zones.ts'

export type ParseTiledMapOptions = {
  /** Checks for zone properties that name something outside the map, by 'zoneKind.property'. */
  readonly references?: MapReferences
  /** Kind of the zones where one enters; default 'start'. At least one is required. */
  readonly startKind?: string
}

/** Most tiles: every quarter metre of the map has its place in the memory of path-finding, some 500 bytes a tile. */
const maxTiles = 40_000

/**
 * Reads a map made with Tiled (https://doc.mapeditor.org/en/stable/reference/json-map-format/): the parsed JSON of a .tmj file.
 * Isometric, finite, tilesets embedded, tile layers in CSV form. Tiles have the custom properties `frame`, `height`, `boxes`, `wall`;
 * tile layers have `kind`; rectangles and points of object layers are zones, their class is the zone's kind. The map's property `name`
 * names it. Hidden layers count. Throws a MapError that says what to change.
 */
export function parseTiledMap(source: unknown, options: ParseTiledMapOptions = {}): SpaceMap {
  const { references = {}, startKind = 'start' } = options
  const map = fieldOf(source, 'The file', 'not-a-map')
  const { value } = map
  if (value.type !== undefined && value.type !== 'map') throw new MapError('not-a-map', `The file is a ${show(value.type)}`)
  if (value.orientation !== 'isometric') throw new MapError('not-isometric', `The orientation is ${show(value.orientation)}`)
  if (value.infinite === true) throw new MapError('not-finite', 'The map is infinite')
  const columns = wholeNumber(map, 'width', 1, 'not-a-map')
  const rows = wholeNumber(map, 'height', 1, 'not-a-map')
  if (columns * rows > maxTiles) throw new MapError('too-large', `The map has ${columns} × ${rows} tiles; ${maxTiles} is the most`)
  const tileHeight = wholeNumber(map, 'tileheight', 1, 'not-a-map')
  const properties = propertiesOf(map)
  const tiles = readTiles(map)

  const layers: TileLayer[] = []
  const solids: SolidBox[] = []
  const zones: Zone[] = []
  for (const layer of listLayers(map)) {
    if (layer.value.type === 'tilelayer') {
      const tileLayer = readTileLayer(layer, columns, rows, tiles)
      layers.push(tileLayer)
      for (const solid of solidsOf(tileLayer, columns, tiles)) solids.push(solid)
    } else if (layer.value.type === 'objectgroup') readZones(layer, tileHeight, { columns, rows }, zones)
    else throw new MapError('bad-layer', `${layer.where} is a ${show(layer.value.type)}`)
  }
  if (!layers.some((layer) => layer.kind === 'floor')) throw new MapError('missing-layer', 'The map has no floor layer')
  if (!zones.some((zone) => zone.kind === startKind)) throw new MapError('no-start', `The map has no zone of kind '${startKind}'`)
  checkReferences(zones, references)
  const name = typeof properties.name === 'string' && properties.name !== '' ? properties.name : 'map'
  return { name, columns, rows, tiles, layers, solids, zones, properties }
}
