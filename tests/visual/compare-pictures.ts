import sharp from 'sharp'

export type Comparison = {
  /** Share of the pixels that are far off; 1 when the sizes differ. */
  readonly share: number
  /** PNG: the picture in grey with those pixels in red. */
  readonly difference: Buffer
}

/** A pixel is far off when one of its colours is by more than this, of 255: letters and soft edges differ a little from machine to machine. */
const far = 32

export async function comparePictures(expected: Buffer, actual: Buffer): Promise<Comparison> {
  const [one, other] = await Promise.all(
    [expected, actual].map((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  )
  const { height, width } = other.info
  if (one.info.width !== width || one.info.height !== height) return { share: 1, difference: actual }
  const difference = Buffer.alloc(width * height * 3)
  let count = 0
  for (let at = 0; at < difference.length; at += 3) {
    const isFar = [0, 1, 2].some((k) => Math.abs(one.data[at + k] - other.data[at + k]) > far)
    if (isFar) count++
    const grey = 160 + (other.data[at] + other.data[at + 1] + other.data[at + 2]) / 8
    difference.set(isFar ? [220, 0, 40] : [grey, grey, grey], at)
  }
  return {
    share: count / (width * height),
    difference: await sharp(difference, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  }
}
