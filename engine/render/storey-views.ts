import { createStoreys, type SpaceMap, storeyAt, type Storeys, zonesOfKind } from '../space/index.ts'
import { readBackground } from './color.ts'

/** One storey as it is drawn: tiles, both ends included in the map, and what lies behind it. */
export type StoreyView = {
  /** As `storeyAt` counts: 0 is what lies in none. */
  readonly index: number
  readonly x0: number
  readonly z0: number
  readonly x1: number
  readonly z1: number
  /** 0xRRGGBB. */
  readonly background: number
}

/** The storeys of a map, of which one is drawn at a time. */
export type StoreyViews = {
  readonly storeys: Storeys
  /** The one that holds (x, z), metres. */
  at(x: number, z: number): StoreyView
  /** Where people come in: what is shown before the viewer's own avatar is there. */
  readonly first: StoreyView
}

const plainBackground = 0xeeeee8

/** A storey's background is its zone's property `background` (#rrggbb), else the map's, else pale. */
export function createStoreyViews(map: SpaceMap): StoreyViews {
  const storeys = createStoreys(map)
  const background = readBackground(map.properties.background) ?? plainBackground
  const whole = { index: 0, x0: 0, z0: 0, x1: map.columns, z1: map.rows, background }
  const views = [
    whole,
    ...zonesOfKind(map, 'storey').map(
      ({ properties, x0, x1, z0, z1 }, i): StoreyView => ({
        index: i + 1,
        x0: Math.floor(x0),
        z0: Math.floor(z0),
        x1: Math.ceil(x1),
        z1: Math.ceil(z1),
        background: readBackground(properties.background) ?? background,
      }),
    ),
  ]
  const at = (x: number, z: number): StoreyView => views[storeyAt(storeys, x, z)]
  const start = zonesOfKind(map, 'start')[0]
  return { storeys, at, first: start === undefined ? (views[1] ?? whole) : at((start.x0 + start.x1) / 2, (start.z0 + start.z1) / 2) }
}

/** The storey of each tile of the map is asked for often while a storey is built. */
export const isInStorey = ({ byTile, columns }: Storeys, storey: StoreyView, column: number, row: number): boolean =>
  byTile[row * columns + column] === storey.index
