/**
 * A picture as a list of steps, in the words of a 2D canvas: what travels to a phone instead of pixels, at an eighth of their weight. Each
 * step is its letter and then its values, in one flat list. Pixels at 1×, the anchor at 0, 0, y down; paths are SVG path data.
 *
 * | step | values | what it does |
 * |---|---|---|
 * | `m` | a b c d e f | this matrix from now on, over the picture's own |
 * | `a` | alpha | opacity of what is painted from now on |
 * | `F` | path colour | fills |
 * | `S` | path colour width cap join | strokes; `cap` and `join` are 1 when round |
 * | `G` | path x0 y0 r0 x1 y1 r1 n, n × (offset colour) | fills with a gradient: linear where both radii are 0, else radial |
 * | `U` | part n, n × colour | draws a part of the theme here, in these colours |
 * | `C` | path | keeps to this path until its `R`, which also brings matrix and opacity back |
 * | `R` | | ends a `C` |
 * | `L` | | what follows is drawn on a layer of its own |
 * | `E` | | from here on is wiped away from that layer |
 * | `P` | alpha | puts the layer down |
 *
 * A colour is a number: 0 and above one of the sheet's colours and then of its theme's; in a part also −1, −2 … for the colours it was given.
 */
export type Drawing = readonly (string | number)[]

/** All pictures, for every theme. Lists of equal length, one entry a picture: so they pack best. Pixels at 1×. */
export type DrawnSheet = {
  readonly width: number
  readonly height: number
  /** `#rrggbb` or `#rrggbbaa`: those that are the same in every theme. */
  readonly colours: readonly string[]
  /** A picture's names, with spaces between: equal pictures share one place. */
  readonly names: readonly string[]
  /** Its place, and its anchor from the place's upper left corner. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly w: readonly number[]
  readonly h: readonly number[]
  readonly anchorX: readonly number[]
  readonly anchorY: readonly number[]
  readonly drawings: readonly Drawing[]
}

/** What makes a sheet one region's: its colours, after the sheet's own, and the parts that have its ornament. */
export type SheetTheme = {
  readonly colours: readonly string[]
  /** By name, as `U` calls them. */
  readonly parts: Readonly<Record<string, Drawing>>
}

/** One name's place in the sheet, sheet pixels, and its anchor in fractions of its size. */
export type SheetFrame = {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly anchor: { readonly x: number; readonly y: number }
}

/** Where each name lies on a sheet drawn at `scale`, as a picture sheet's index. */
export function framesOf({ names, x, y, w, h, anchorX, anchorY }: DrawnSheet, scale: number): Readonly<Record<string, SheetFrame>> {
  const frames: Record<string, SheetFrame> = {}
  names.forEach((list, i) => {
    const frame = { x: x[i] * scale, y: y[i] * scale, w: w[i] * scale, h: h[i] * scale }
    for (const name of list.split(' ')) frames[name] = { frame, anchor: { x: anchorX[i] / w[i], y: anchorY[i] / h[i] } }
  })
  return frames
}
