type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Size, pixels at 1×, and anchor, in fractions of it. */
type Shape = {
  readonly widthPx: number
  readonly heightPx: number
  readonly anchorX: number
  readonly anchorY: number
  /** More than 0: only what is this far inside is used, as 1 × 1 pixel to be stretched; else its edge would mix with the air around it. */
  readonly insetPx: number
}

/** Radius of a bubble's corners, CSS pixels. */
export const cornerPx = 10
/** How far a bubble's tail hangs below it, CSS pixels. */
export const tailPx = 7

/** White shapes, to be coloured when drawn. */
export const shapes = {
  /** A round spot on the floor. */
  dot: { widthPx: 16, heightPx: 8, anchorX: 0.5, anchorY: 0.5, insetPx: 0 },
  /** The floor of 1 m × 1 m. */
  tile: { widthPx: 64, heightPx: 32, anchorX: 0.5, anchorY: 0.5, insetPx: 0 },
  /** To be stretched to any rectangle from its upper left corner. */
  block: { widthPx: 4, heightPx: 4, anchorX: 0, anchorY: 0, insetPx: 1.5 },
  /** The upper left quarter of a disc, anchored in the disc's middle. */
  corner: { widthPx: cornerPx, heightPx: cornerPx, anchorX: 1, anchorY: 1, insetPx: 0 },
  /** Points downwards, anchored in the middle of its upper edge. */
  tail: { widthPx: 16, heightPx: tailPx, anchorX: 0.5, anchorY: 0, insetPx: 0 },
} as const satisfies Record<string, Shape>
export type ShapeName = keyof typeof shapes

/** Draws a shape with its upper left corner at 0, 0. */
export function drawShape(context: Canvas2d, name: ShapeName): void {
  const { heightPx: h, widthPx: w } = shapes[name]
  context.fillStyle = '#FFFFFF'
  context.beginPath()
  if (name === 'dot') context.ellipse(w / 2, h / 2, w / 2 - 2, h / 2 - 1, 0, 0, Math.PI * 2)
  else if (name === 'block') context.rect(0, 0, w, h)
  else if (name === 'corner') {
    context.moveTo(w, h)
    context.arc(w, h, w, Math.PI, Math.PI * 1.5)
  } else if (name === 'tail') {
    context.moveTo(0, 0)
    context.lineTo(w, 0)
    context.quadraticCurveTo(w / 2 + 2, 1, w / 2, h)
    context.quadraticCurveTo(w / 2 - 2, 1, 0, 0)
  } else {
    context.moveTo(w / 2, 0)
    context.lineTo(w, h / 2)
    context.lineTo(w / 2, h)
    context.lineTo(0, h / 2)
  }
  context.fill()
}
