import { MapError } from './map-errors.ts'
import type { SolidBox, TileKind } from './space-map.ts'
import { type Field, fieldOf, listOf, type Properties, propertiesOf, show, wholeNumber } from './tiled-fields.ts'

/** Global ids above this are not kept: ids index an array. */
const maxGid = 0xffff

/** Reads the map's embedded tilesets; the index in the result is the gid. */
export function readTiles(map: Field): (TileKind | null)[] {
  const tiles: (TileKind | null)[] = [null]
  for (const entry of listOf(map, 'tilesets', 'bad-tileset')) {
    const tileset = fieldOf(entry, 'A tileset', 'bad-tileset')
    const name = show(tileset.value.name ?? tileset.value.source)
    if (tileset.value.source !== undefined) throw new MapError('bad-tileset', `Tileset ${name} is in a file of its own`)
    const firstGid = wholeNumber({ ...tileset, where: `Tileset ${name}` }, 'firstgid', 1, 'bad-tileset')
    for (const raw of listOf({ ...tileset, where: `Tileset ${name}` }, 'tiles', 'bad-tileset')) {
      const tile = fieldOf(raw, `Tileset ${name}, a tile`, 'bad-tileset')
      const id = wholeNumber(tile, 'id', 0, 'bad-tileset')
      const gid = firstGid + id
      if (gid > maxGid) throw new MapError('too-large', `Tileset ${name}, tile ${id}: gid ${gid} is above ${maxGid}`)
      while (tiles.length < gid) tiles.push(null)
      tiles[gid] = readTile({ where: `Tileset ${name}, tile ${id}`, value: tile.value }, gid)
    }
  }
  return tiles
}

function readTile(tile: Field, gid: number): TileKind {
  const { where } = tile
  const properties = propertiesOf(tile)
  const { frame, height = 0, wall = false } = properties
  if (typeof frame !== 'string' || frame === '') throw wrong(where, 'frame', 'the name of a picture', frame)
  if (typeof height !== 'number' || !(height >= 0)) throw wrong(where, 'height', '0 or more metres', height)
  if (typeof wall !== 'boolean') throw wrong(where, 'wall', 'yes or no', wall)
  return { gid, frame, heightM: height, boxes: readBoxes(where, properties), isWall: wall, seat: readSeat(where, properties) }
}

function readSeat(where: string, { seat }: Properties): TileKind['seat'] {
  if (seat === undefined) return null
  if (seat === 'n' || seat === 'e' || seat === 's' || seat === 'w') return seat
  throw wrong(where, 'seat', "'n', 'e', 's' or 'w'", seat)
}

/** `x0 z0 x1 z1 height; …`: fractions of the tile from its north corner, and metres. */
function readBoxes(where: string, { boxes = '' }: Properties): SolidBox[] {
  if (typeof boxes !== 'string') throw wrong(where, 'boxes', 'text', boxes)
  const parts = boxes
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.map((part) => {
    const numbers = part.split(/\s+/).map(Number)
    const [x0, z0, x1, z1, heightM] = numbers
    const isBox = numbers.length === 5 && 0 <= x0 && x0 < x1 && x1 <= 1 && 0 <= z0 && z0 < z1 && z1 <= 1 && heightM > 0 && heightM < 100
    if (!isBox) throw wrong(where, 'boxes', "'x0 z0 x1 z1 height; …' with 0 ≤ x0 < x1 ≤ 1, 0 ≤ z0 < z1 ≤ 1 and a height in metres", part)
    return { x0, z0, x1, z1, heightM }
  })
}

function wrong(where: string, name: string, expected: string, got: unknown): MapError {
  return new MapError('bad-property', `${where}: ${name} must be ${expected}, got ${show(got)}`)
}
