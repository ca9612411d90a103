/**
 * A place, read from a map file and checked: what is drawn, what is solid, where things happen.
 *
 * World space: metres, right-handed, y up. One tile is 1 m × 1 m; tile (column c, row r) covers
 * x in [c, c+1) and z in [r, r+1). On screen +x runs down-right and +z down-left.
 */
export type SpaceMap = {
  readonly name: string
  readonly columns: number
  readonly rows: number
  /** Tile definitions by global id (gid); index 0 is "nothing". */
  readonly tiles: readonly (TileKind | null)[]
  /** Tile layers from the bottom up, as in the file. */
  readonly layers: readonly TileLayer[]
  /** Every solid of every layer, in file order: the static collision world. */
  readonly solids: readonly SolidBox[]
  readonly zones: readonly Zone[]
  /** The map's own custom properties. */
  readonly properties: Readonly<Record<string, string | number | boolean>>
}

export type TileKind = {
  readonly gid: number
  /** Name of the picture in the atlas; it is anchored at its bottom centre, which lies on the tile's south corner. */
  readonly frame: string
  /** Height of the thing in metres: 0 for floor. */
  readonly heightM: number
  /** Boxes inside the tile, in tile fractions (0 to 1) and metres high; empty when one can walk through. */
  readonly boxes: readonly SolidBox[]
  /** A wall that hides people is drawn cut low when it stands in front of the viewer. */
  readonly isWall: boolean
  /** Something to sit on: the way that who sits there faces, along z (north is -z) or x (west is -x). */
  readonly seat: 'n' | 'e' | 's' | 'w' | null
}

export type TileLayer = {
  readonly name: string
  /** `floor` layers are drawn first and never sorted; `standing` layers are sorted by depth with the people. */
  readonly kind: 'floor' | 'standing'
  /** columns × rows gids, row by row. */
  readonly gids: Uint32Array
}

/** An axis-aligned box: metres in world space (in a TileKind: tile fractions). */
export type SolidBox = {
  readonly x0: number
  readonly z0: number
  readonly x1: number
  readonly z1: number
  readonly heightM: number
}

/** An area with a meaning, axis-aligned, metres. */
export type Zone = {
  /** Index in `SpaceMap.zones`. */
  readonly index: number
  readonly kind: string
  readonly name: string
  readonly x0: number
  readonly z0: number
  readonly x1: number
  readonly z1: number
  readonly properties: Readonly<Record<string, string | number | boolean>>
}
