/** What a source file returns: one picture with its place and, for tiles, what the map needs to know of it. */
export type Piece = {
  /** Name in the atlas, `kind/thing`. */
  readonly name: string
  /** SVG elements in pixels at 1×, origin at the anchor. */
  readonly svg: string
  /** Half width, height above and depth below the anchor that the picture may use, pixels at 1×. The packer crops what stays empty. */
  readonly reach: { readonly side: number; readonly up: number; readonly down: number }
  /**
   * `tile`: the anchor is the tile's south corner, in the middle of the picture and (unless it reaches below) at its bottom.
   * `free`: wherever the origin is.
   */
  readonly anchor: 'tile' | 'free'
  readonly tile?: TileFacts
}

export type TileFacts = {
  /** Metres; 0 for floor. */
  readonly height: number
  /** "x0 z0 x1 z1 height; …": what is solid, in tile fractions and metres. */
  readonly boxes: string
  /** A wall has a `-cut` twin that is drawn where it would hide a person. */
  readonly wall: boolean
  /** The way somebody faces who sits on it. */
  readonly seat?: Compass
}

/** North is −z, east +x. */
export type Compass = 'n' | 'e' | 's' | 'w'

const floorFacts: TileFacts = { height: 0, boxes: '', wall: false }

/** A floor tile: only its own diamond is kept. */
export const floorTile = (name: string, svg: string, facts: TileFacts = floorFacts): Piece => ({
  name: `floor/${name}`,
  svg,
  reach: { side: 32, up: 32, down: 0 },
  anchor: 'tile',
  tile: facts,
})

/** A wall-like thing and its twin, which is drawn where it would hide a person. Both are as solid. */
export const cutPair = (name: string, draw: (isCut: boolean) => string, options: StandingOptions): Piece[] => [
  standingTile(name, draw(false), { ...options, wall: true }),
  standingTile(`${name}-cut`, draw(true), { ...options, height: Math.min(options.height, cutHeightM), wall: true }),
]

/** What is left of a wall that is cut, metres. */
export const cutHeightM = 14 / 32

export type StandingOptions = { height: number; boxes?: string; wall?: boolean; seat?: Compass; side?: number; up?: number; down?: number }

/** Furniture, a wall, a tree. The solid is the whole tile at the thing's height unless told. */
export const standingTile = (name: string, svg: string, options: StandingOptions): Piece => ({
  name,
  svg,
  reach: { side: options.side ?? 36, up: options.up ?? 110, down: options.down ?? 0 },
  anchor: 'tile',
  tile: {
    height: options.height,
    boxes: options.boxes ?? `0 0 1 1 ${options.height}`,
    wall: options.wall ?? false,
    ...(options.seat && { seat: options.seat }),
  },
})

export const freePiece = (name: string, svg: string, side: number, up: number, down: number): Piece => ({
  name,
  svg,
  reach: { side, up, down },
  anchor: 'free',
})
