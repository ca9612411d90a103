import { createRng } from '@balai/engine/core'
import sharp from 'sharp'

/**
 * A photograph of a printed page as a phone takes it: 2400 × 1700, even light, lines of words in focus, the grain of a cheap sensor. Seeded.
 * Made small by the product it has somewhat less than 140 kB.
 */
export async function paperPhoto(seed: number, title: string): Promise<Buffer> {
  const { width, height } = { width: 2400, height: 1700 }
  const lines = Array.from({ length: 24 }, (_, index) => {
    const words = Array.from({ length: 9 }, (_word, at) => (((seed * 7919 + index * 131 + at * 17) * 2654435761) % 1e7).toString(36)).join(
      ' ',
    )
    return `<text x="140" y="${260 + index * 56}" font-size="38" font-family="sans-serif" fill="#2a2624">${words}</text>`
  })
  const page = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#d9d4c8"/><text x="140" y="170" font-size="72" font-family="sans-serif" font-weight="bold" fill="#1c1a19">${title}</text>${lines.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(page)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const random = createRng(seed)
  for (let at = 0; at < data.length; at++) data[at] = Math.max(0, Math.min(255, data[at] + (random() - 0.5) * grain))
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

const grain = 26
