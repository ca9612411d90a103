/**
 * One picture of a sheet: where it lies there, and how it hangs on its anchor. Pixels at 1×, or of the sheet itself where a sheet says so;
 * left and up of the anchor is negative.
 */
export type Picture = {
  /** Edges of what is drawn. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Its four corners in the sheet, from the upper left clockwise: two fractions of 16 bits in a word, as the graphics card reads them. */
  readonly corner0: number
  readonly corner1: number
  readonly corner2: number
  readonly corner3: number
  /** Size and anchor of the whole, with the empty margin that a packer has cut off; the anchor in fractions of it. */
  readonly widthPx: number
  readonly heightPx: number
  readonly anchorX: number
  readonly anchorY: number
}

/** A rectangle of a sheet, and the sheet's size, in one unit. */
export type SheetPlace = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly sheetWidth: number
  readonly sheetHeight: number
}

/** How a picture hangs on its anchor: the whole's size, its anchor in fractions of that, and the drawn part's place within it. */
export type Hanging = {
  readonly widthPx: number
  readonly heightPx: number
  readonly anchorX: number
  readonly anchorY: number
  readonly inner?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

export function createPicture(place: SheetPlace, hanging: Hanging): Picture {
  const { anchorX, anchorY, heightPx, inner, widthPx } = hanging
  const left = (inner?.x ?? 0) - anchorX * widthPx
  const top = (inner?.y ?? 0) - anchorY * heightPx
  const u0 = place.x / place.sheetWidth
  const v0 = place.y / place.sheetHeight
  const u1 = (place.x + place.w) / place.sheetWidth
  const v1 = (place.y + place.h) / place.sheetHeight
  return {
    left,
    top,
    right: left + (inner?.w ?? widthPx),
    bottom: top + (inner?.h ?? heightPx),
    corner0: cornerWord(u0, v0),
    corner1: cornerWord(u1, v0),
    corner2: cornerWord(u1, v1),
    corner3: cornerWord(u0, v1),
    widthPx,
    heightPx,
    anchorX,
    anchorY,
  }
}

const cornerWord = (u: number, v: number): number => ((Math.round(v * 0xffff) << 16) | Math.round(u * 0xffff)) >>> 0
