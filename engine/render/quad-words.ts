import type { Picture } from './picture.ts'

/**
 * Quads as the graphics card takes them, in one block of memory: for each of the four corners x and y (float32), its place in the sheet (two
 * fractions of 16 bits), its colour (four bytes).
 */
export type QuadWords = {
  readonly floats: Float32Array
  /** The same memory. */
  readonly words: Uint32Array
}

const wordsAVertex = 4
export const wordsAQuad = 4 * wordsAVertex
export const bytesAVertex = 4 * wordsAVertex
export const bytesAQuad = 4 * wordsAQuad

export function createQuadWords(quads: number): QuadWords {
  const floats = new Float32Array(quads * wordsAQuad)
  return { floats, words: new Uint32Array(floats.buffer) }
}

/**
 * Where the next pictures are put: x, y, and how many times their size across and down. In an array because a number that is handed from
 * function to function becomes an object on its way, some ten thousand a frame.
 */
export type Pen = Float64Array<ArrayBuffer>

export const createPen = (): Pen => Float64Array.of(0, 0, 1, 1)

/** Small enough that a compiler puts its text in place of the call. */
export function movePen(pen: Pen, x: number, y: number, scaleX: number, scaleY: number): void {
  pen[0] = x
  pen[1] = y
  pen[2] = scaleX
  pen[3] = scaleY
}

/** Writes one quad where the pen is, into the two views of one memory. */
export function writeQuad(floats: Float32Array, words: Uint32Array, quad: number, picture: Picture, pen: Pen, color: number): void {
  const at = quad * wordsAQuad
  const left = pen[0] + picture.left * pen[2]
  const right = pen[0] + picture.right * pen[2]
  const top = pen[1] + picture.top * pen[3]
  const bottom = pen[1] + picture.bottom * pen[3]
  floats[at] = left
  floats[at + 1] = top
  words[at + 2] = picture.corner0
  words[at + 3] = color
  floats[at + 4] = right
  floats[at + 5] = top
  words[at + 6] = picture.corner1
  words[at + 7] = color
  floats[at + 8] = right
  floats[at + 9] = bottom
  words[at + 10] = picture.corner2
  words[at + 11] = color
  floats[at + 12] = left
  floats[at + 13] = bottom
  words[at + 14] = picture.corner3
  words[at + 15] = color
}

/** Makes quads into points, of which nothing is drawn. */
export function clearQuads(to: QuadWords, first: number, end: number): void {
  to.words.fill(0, first * wordsAQuad, end * wordsAQuad)
}
