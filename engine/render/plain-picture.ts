/** A picture that is drawn when it is asked for. All pixels at 1×; `draw` finds the anchor at 0, 0. */
export type PlainPicture = {
  readonly name: string
  /** From the anchor to each side, upwards and downwards. */
  readonly halfWidthPx: number
  readonly upPx: number
  readonly downPx: number
  readonly draw: (context: Canvas2d) => void
}

export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
