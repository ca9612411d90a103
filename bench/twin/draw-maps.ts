import { createRng, type Rng } from '@balai/engine/core'
import { type TileEntry, writeTiled, type ZoneEntry } from '../../assets/maps/tiled.ts'

const side = 32
/** Tiles kept free in the corner where everybody begins. */
const startSide = 5

/** Boxes of one tile, each `x0 z0 x1 z1 height` in fractions of the tile and metres; an empty text is floor. */
type DrawTile = (column: number, row: number) => string

/** A hall of boxes at random: slivers, posts, tables, touching and overlapping ones. Everything is too high to step on. */
export function drawBoxes(seed: number): unknown {
  const rng = createRng(seed)
  return draw('boxes', () => {
    const count = rng() < 0.72 ? 0 : rng() < 0.7 ? 1 : 2
    return Array.from({ length: count }, () => box(span(rng), span(rng), 0.4 + rng() * 2)).join('; ')
  })
}

/** Rooms of five tiles with thin walls and one door to each neighbour, 0.6 to 1 m wide: some are just wider than a person. Portals lead from room to room. */
export function drawCorridors(seed: number): unknown {
  const rng = createRng(seed)
  const pitch = 6
  const doors = Array.from({ length: side * 2 }, () => 1 + Math.floor(rng() * (pitch - 1)))
  const room = (): [number, number] => [Math.floor(rng() * 5) * pitch, Math.floor(rng() * 5) * pitch]
  const portals = Array.from({ length: 6 }, (_, i) => portalBetween(i, room(), room())).flat()
  // No two in one tile.
  const zones = portals.filter(
    (zone, i) => portals.findIndex(({ x0, z0 }) => zone.x0 === x0 && zone.z0 === z0) === i || zone.kind === 'landing',
  )
  const drawTile: DrawTile = (column, row) => {
    const along = column % pitch === 0 ? row : row % pitch === 0 ? column : -1
    if (along < 0) return ''
    if (column % pitch === 0 && row % pitch === 0) return box([0, 1], [0, 1], 2.25)
    const isAcross = column % pitch === 0
    const roomAlong = Math.floor(along / pitch)
    const wall = isAcross ? column / pitch : side + row / pitch
    const thick: Span = [0.4, 0.6]
    if (along % pitch !== 1 + ((doors[wall] + roomAlong) % (pitch - 1)))
      return isAcross ? box(thick, [0, 1], 2.25) : box([0, 1], thick, 2.25)
    const jamb = rng() * 0.2
    const jambs: Span[] = [
      [0, 0.01 + jamb],
      [0.99 - jamb, 1],
    ]
    return jambs.map((part) => (isAcross ? box(thick, part, 2.25) : box(part, thick, 2.25))).join('; ')
  }
  return draw('corridors', drawTile, zones)
}

/** From one corner of a room, past which people also walk, to the other corner of another. */
function portalBetween(number: number, [fromX, fromZ]: [number, number], [toX, toZ]: [number, number]): ZoneEntry[] {
  const landing = `landing ${number}`
  return [
    { kind: 'portal', name: `portal ${number}`, ...tileZone(fromX + 2, fromZ + 2), properties: { to: landing } },
    { kind: 'landing', name: landing, ...tileZone(toX + 4, toZ + 4), properties: {} },
  ]
}

const tileZone = (x: number, z: number): { x0: number; z0: number; x1: number; z1: number } => ({ x0: x, z0: z, x1: x + 1, z1: z + 1 })

/** Low steps: terraces of three, and patches of single ones, 0.05 to 0.3 m, with open floor and a few things too high between them. */
export function drawSteps(seed: number): unknown {
  const rng = createRng(seed)
  const part = 8
  const levels = [0, 0.05, 0.12, 0.2, 0.3]
  return draw('steps', (column, row) => {
    const kind = (Math.floor(column / part) + 2 * Math.floor(row / part)) % 4
    const rim = Math.min(column % part, row % part, part - 1 - (column % part), part - 1 - (row % part))
    const height = kind === 1 ? rim * 0.2 : kind === 2 ? levels[Math.floor(rng() * levels.length)] : 0
    if (height > 0) return box([0, 1], [0, 1], height)
    return rng() < 0.05 ? box(span(rng), span(rng), 1.2) : ''
  })
}

type Span = readonly [number, number]

function span(rng: Rng): Span {
  const from = rng() * 0.95
  return [from, Math.min(1, from + 0.03 + rng() * rng())]
}

const box = (x: Span, z: Span, heightM: number): string => [x[0], z[0], x[1], z[1], heightM].map((value) => value.toFixed(4)).join(' ')

/** The JSON of a Tiled map of 32 × 32 m: one kind of tile for each text, free floor where people begin. */
function draw(name: string, drawTile: DrawTile, zones: readonly ZoneEntry[] = []): unknown {
  const kinds: string[] = ['']
  const standing = new Uint32Array(side * side)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const boxes = drawTile(column, row)
      const isStart = column > 0 && row > 0 && column <= startSide && row <= startSide
      if (boxes === '' || isStart) continue
      if (!kinds.includes(boxes)) kinds.push(boxes)
      standing[row * side + column] = kinds.indexOf(boxes) + 1
    }
  }
  const tiles = kinds.map((boxes): TileEntry => ({ properties: { frame: 'tile', boxes }, image: 'tile.png', width: 64, height: 32 }))
  return JSON.parse(
    writeTiled({
      columns: side,
      rows: side,
      properties: { name },
      tiles,
      layers: [
        { name: 'floor', kind: 'floor', gids: new Uint32Array(side * side).fill(1) },
        { name: 'standing', kind: 'standing', gids: standing },
      ],
      zones: [{ kind: 'start', name: 'start', x0: 1.5, z0: 1.5, x1: 5.5, z1: 5.5, properties: {} }, ...zones],
    }),
  )
}
