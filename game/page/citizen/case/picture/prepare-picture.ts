import { judgedLongSide, judgePicture, type Grey, type PictureFault } from './judge-picture.ts'

/** A photograph made ready to be kept and sent. */
export type PreparedPicture = {
  readonly jpeg: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
  readonly faults: readonly PictureFault[]
}
/** `unreadable`: no picture that this browser can open. */
export type PictureAnswer = { readonly picture: PreparedPicture } | { readonly problem: 'unreadable' }

/** A canvas of a worker, or of the page where a worker has none. */
export type Easel = {
  canvas(width: number, height: number): { readonly context: Drawing; toJpeg(quality: number): Promise<Blob> }
}
type Drawing = Pick<CanvasRenderingContext2D, 'drawImage' | 'getImageData' | 'fillRect' | 'fillStyle'>

/** A paper costs at most this much of somebody's data; at 1600 points its print can be read. */
const mostBytes = 140_000
const sizes = [1600, 1400, 1200, 1000] as const
const bestQuality = 0.82
const worstQuality = 0.42
/** Each halves what is left between the two. */
const tries = 4

/** Turns it upright, makes it small enough and says what is wrong with it. */
export async function preparePicture(file: Blob, easel: Easel): Promise<PictureAnswer> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return { problem: 'unreadable' }
  const faults = judgePicture(greyOf(bitmap, easel), bitmap)
  for (const size of sizes) {
    const { width, height } = fitted(bitmap, size)
    const sheet = easel.canvas(width, height)
    // What is transparent is paper.
    sheet.context.fillStyle = '#fff'
    sheet.context.fillRect(0, 0, width, height)
    sheet.context.drawImage(bitmap, 0, 0, width, height)
    const jpeg = await smallEnough(sheet.toJpeg, size === sizes[sizes.length - 1])
    if (jpeg === null) continue
    bitmap.close()
    return { picture: { jpeg: new Uint8Array(await jpeg.arrayBuffer()), width, height, faults } }
  }
  return { problem: 'unreadable' }
}

/** The best quality that fits; null: none does, and it is not the last size. */
async function smallEnough(toJpeg: (quality: number) => Promise<Blob>, isLast: boolean): Promise<Blob | null> {
  const best = await toJpeg(bestQuality)
  if (best.size <= mostBytes) return best
  let fits = await toJpeg(worstQuality)
  if (fits.size > mostBytes) return isLast ? fits : null
  let [low, high] = [worstQuality, bestQuality]
  for (let count = 0; count < tries; count++) {
    const middle = (low + high) / 2
    const blob = await toJpeg(middle)
    if (blob.size > mostBytes) high = middle
    else [low, fits] = [middle, blob]
  }
  return fits
}

function greyOf(bitmap: ImageBitmap, easel: Easel): Grey {
  const { width, height } = fitted(bitmap, judgedLongSide)
  const { context } = easel.canvas(width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (data[at * 4] * 77 + data[at * 4 + 1] * 150 + data[at * 4 + 2] * 29) >> 8
  return { width, height, pixels }
}

/** Never larger than it is. */
function fitted({ width, height }: ImageBitmap, longSide: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
