import type { Theme } from '../palette.ts'
import type { Piece } from '../piece.ts'
import { boardPieces } from './board.ts'
import { counterPieces } from './counter.ts'
import { floorPieces } from './floor.ts'
import { lightPieces } from './light.ts'
import { markPieces } from './mark.ts'
import { openingPieces } from './opening.ts'
import { personPieces } from './person.ts'
import { placeMarkPieces } from './place-mark.ts'
import { plantPieces } from './plant.ts'
import { roomPieces } from './room.ts'
import { seatPieces } from './seat.ts'
import { signPieces } from './sign.ts'
import { thingPieces } from './thing.ts'
import { treePieces } from './tree.ts'
import { wallPieces } from './wall.ts'
import { wayUpPieces } from './way-up.ts'

/** Everything that can be drawn, in one theme. Names are unique. */
export const allPieces = (theme: Theme): Piece[] => [
  ...floorPieces(theme),
  ...lightPieces(theme),
  ...placeMarkPieces(theme),
  ...wallPieces(theme),
  ...wayUpPieces(theme),
  ...openingPieces(theme),
  ...roomPieces(theme),
  ...boardPieces(theme),
  ...counterPieces(theme),
  ...seatPieces(theme),
  ...plantPieces(theme),
  ...treePieces(theme),
  ...thingPieces(theme),
  ...signPieces(theme),
  ...markPieces(),
  ...personPieces(),
]
