import { MapError } from './map-errors.ts'
import type { SolidBox, TileKind, TileLayer } from './space-map.ts'
import { type Field, fieldOf, listOf, propertiesOf, show, textOf } from './tiled-fields.ts'

/** Bits with which Tiled marks a tile as mirrored or turned. */
const flipBits = 0xf0000000
const maxLayers = 64

/** All layers from the bottom up, groups opened; each is named by its path in the editor. */
export function listLayers(parent: Field, path = ''): Field[] {
  const layers: Field[] = []
  for (const entry of listOf(parent, 'layers', 'bad-layer')) {
    const { value } = fieldOf(entry, 'A layer', 'bad-layer')
    const name = `${path}${typeof value.name === 'string' ? value.name : ''}`
    const layer = { where: `Layer '${name}'`, value }
    if (value.offsetx || value.offsety || value.x || value.y) throw new MapError('bad-layer', `${layer.where} is moved by an offset`)
    if (value.type === 'group') layers.push(...listLayers(layer, `${name}/`))
    else layers.push(layer)
  }
  if (layers.length > maxLayers) throw new MapError('too-large', `The map has ${layers.length} layers; ${maxLayers} is the most`)
  return layers
}

export function readTileLayer(layer: Field, columns: number, rows: number, tiles: readonly (TileKind | null)[]): TileLayer {
  const { where, value } = layer
  const { kind } = propertiesOf(layer)
  if (kind !== 'floor' && kind !== 'standing') {
    throw new MapError('bad-property', `${where}: kind must be 'floor' or 'standing', got ${show(kind)}`)
  }
  if (!Array.isArray(value.data)) throw new MapError('bad-layer', `${where} is packed as ${show(value.encoding ?? 'chunks')}`)
  const data: readonly unknown[] = value.data
  if (data.length !== columns * rows) {
    throw new MapError('bad-layer', `${where} has ${data.length} tiles, the map ${columns} × ${rows}`)
  }
  const gids = new Uint32Array(data.length)
  for (const [index, gid] of data.entries()) gids[index] = checkGid(gid, tiles, () => `${where}, ${placeOf(index, columns)}`)
  return { name: textOf(layer, 'name'), kind, gids }
}

function checkGid(gid: unknown, tiles: readonly (TileKind | null)[], where: () => string): number {
  if (gid === 0) return 0
  if (typeof gid !== 'number' || !Number.isInteger(gid) || gid < 0 || gid > 0xffffffff) {
    throw new MapError('unknown-gid', `${where()}: ${show(gid)} is not a tile id`)
  }
  if ((gid & flipBits) !== 0) throw new MapError('flipped-tile', `${where()}: tile ${(gid & ~flipBits) >>> 0} is flipped or turned`)
  if (!tiles[gid]) throw new MapError('unknown-gid', `${where()}: no tileset has tile ${gid}`)
  return gid
}

const placeOf = (index: number, columns: number): string => `column ${index % columns}, row ${Math.floor(index / columns)}`

/** The boxes of every tile of a layer, in world metres, row by row. */
export function solidsOf({ gids }: TileLayer, columns: number, tiles: readonly (TileKind | null)[]): SolidBox[] {
  const solids: SolidBox[] = []
  for (const [index, gid] of gids.entries()) {
    const column = index % columns
    const row = Math.floor(index / columns)
    for (const { x0, z0, x1, z1, heightM } of tiles[gid]?.boxes ?? []) {
      solids.push({ x0: column + x0, z0: row + z0, x1: column + x1, z1: row + z1, heightM })
    }
  }
  return solids
}
