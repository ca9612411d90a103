import type { AtlasJson } from './atlas.ts'

/**
 * How a place looks, as plain data that can be handed to the drawing thread. Without any of it everything is drawn as plain shapes,
 * so that a place needs no art. With `atlasImage`, `atlasJson`, `people` and `targetFrame` all pictures come from a sheet of one's own.
 */
export type Theme = {
  /** Plain shapes: for a tile's `frame` in the map its colour (`#rrggbb`), or more. What is not named gets a colour of its own. */
  readonly tiles?: Readonly<Record<string, string | PlainTile>>
  /** Plain shapes: colours of the people's clothes, `#rrggbb`, chosen by their look. */
  readonly clothes?: readonly string[]
  /** Address of a picture sheet; relative to the page. */
  readonly atlasImage?: string
  readonly atlasJson?: AtlasJson
  /** For a maker of pictures of one's own: the address of what it needs beside the sheet, relative to the page. */
  readonly atlasTheme?: string
  /** How fine a sheet that is drawn here is to be: sheet pixels for one pixel at 1×, 2 or less. A sheet that is loaded is made smaller. Chosen by the scene's quality. */
  readonly atlasScale?: number
  /** How people are put together from that sheet. */
  readonly people?: PeopleSheet
  /** The sheet's picture for the place tapped, anchored on the point. */
  readonly targetFrame?: string
}

/** A tile as a plain shape: a floor, or what the map's `boxes` and `height` say. Colours are `#rrggbb`. */
export type PlainTile = {
  readonly colour: string
  /** Of the upper face: water in a basin, goods on a table. */
  readonly top?: string
  /** A round crown up to the tile's height: a tree, a lamp. */
  readonly crown?: string
  /** A striped roof at the tile's height, on four posts: a stall. */
  readonly roof?: string
}

/** People from a picture sheet. Every picture is anchored between the feet. West is east mirrored. */
export type PeopleSheet = {
  /**
   * Layers from the bottom up. In `frame`, `{direction}` stands for s, se, e, ne or n, `{pose}` for stand, walk, sit, wave or speak,
   * `{step}` for the step of the walk. `tints`: colours (`#rrggbb`) that the layer is multiplied by, chosen by the look.
   */
  readonly layers: readonly { readonly frame: string; readonly tints?: readonly string[] }[]
  readonly walkSteps: number
  /** Metres of one walk cycle. */
  readonly walkCycleM: number
  /** From the feet to the top of the head, pixels at 1×. */
  readonly heightPx: number
  readonly shadow?: string
  /** Under the viewer's own feet. */
  readonly own?: string
  /** Under and over somebody who is called; over somebody who speaks. */
  readonly called?: string
  readonly calledBubble?: string
  readonly speakingBubble?: string
}

/** 0xRRGGBB of a theme's colour. @throws TypeError that names where it stands */
export function readColour(text: string, where: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new TypeError(`${where} must be a colour as #rrggbb, got ${text}`)
  return Number.parseInt(text.slice(1), 16)
}
