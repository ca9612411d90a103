import { CodedError, type ErrorTable } from '../core/index.ts'

/** Every reason for which a map file is refused. */
export const mapErrors = {
  'not-a-map': { meaning: 'The file is not a Tiled map in JSON form.', remedy: 'Export it from Tiled as .tmj.' },
  'not-isometric': { meaning: 'The orientation is not isometric.', remedy: 'Set Map > Orientation to Isometric in Tiled.' },
  'not-finite': { meaning: 'The map is infinite, so it has no size.', remedy: 'Clear Map > Infinite in Tiled.' },
  'too-large': { meaning: 'The map has too many tiles, layers or zones.', remedy: 'Split it into several maps.' },
  'missing-layer': { meaning: 'There is no floor layer.', remedy: "Give a tile layer the property kind = 'floor'." },
  'bad-layer': { meaning: 'A layer is of a form that is not read.', remedy: 'Use CSV tile layers and object layers, without offset.' },
  'bad-tileset': { meaning: 'A tileset is not of a form that is read.', remedy: 'Embed the tileset in the map.' },
  'unknown-gid': { meaning: 'A tile layer uses a tile that no tileset defines.', remedy: 'Draw it again from a tileset of the map.' },
  'flipped-tile': { meaning: 'A tile is flipped or turned.', remedy: 'Use a picture of its own for that direction.' },
  'bad-property': { meaning: 'A custom property is missing or wrong.', remedy: 'Correct the property in Tiled.' },
  'bad-object': { meaning: 'An object is not a zone on the map.', remedy: 'Draw a rectangle or point with a class inside the border.' },
  'duplicate-name': { meaning: 'Two zones have one name.', remedy: 'Give each zone a name of its own.' },
  'no-start': { meaning: 'There is nowhere to enter the map.', remedy: 'Draw a zone of the start kind.' },
  'unknown-reference': { meaning: 'A zone names something that does not exist.', remedy: 'Correct the name, or add what it names.' },
  'bad-portal': {
    meaning: 'A portal leads nowhere.',
    remedy: "Name a zone of kind 'landing' in its property 'to', outside of every portal.",
  },
  unreachable: { meaning: 'One cannot walk from one zone to another.', remedy: 'Open a way of at least one tile between them.' },
} as const satisfies ErrorTable

export type MapErrorCode = keyof typeof mapErrors

/** A map that cannot be used. The message names layer, object and value, and ends in the remedy. */
export class MapError extends CodedError<MapErrorCode> {
  constructor(code: MapErrorCode, what: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code, `${what}. ${mapErrors[code].remedy}`, details)
    this.name = 'MapError'
  }
}
