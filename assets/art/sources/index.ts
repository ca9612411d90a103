import type { Theme } from '../palette.ts'
import type { Piece } from '../piece.ts'
import { counterPieces } from './counter.ts'
import { floorPieces } from './floor.ts'
import { markPieces } from './mark.ts'
import { personPieces } from './person.ts'
import { plantPieces } from './plant.ts'
import { seatPieces } from './seat.ts'
import { signPieces } from './sign.ts'
import { thingPieces } from './thing.ts'
import { wallPieces } from './wall.ts'

/** Everything that can be drawn, in one theme. Names are unique. */
export const allPieces = (theme: Theme): Piece[] => [
  ...floorPieces(theme),
  ...wallPieces(theme),
  ...counterPieces(theme),
  ...seatPieces(theme),
  ...plantPieces(theme),
  ...thingPieces(theme),
  ...signPieces(theme),
  ...markPieces(),
  ...personPieces(),
]
