import sharp from 'sharp'
import { themes, type Theme } from './palette.ts'
import { renderAll } from './render.ts'
import { allPieces } from './sources/index.ts'

/**
 * Run: node assets/art/contact-sheet.ts <out.png> [name prefixes, with commas] [theme or `all`] [scale]. Every sprite on its theme's floor,
 * one theme under the other.
 */
const [out, prefixes = '', themeName = 'all', scaleText = '2'] = process.argv.slice(2)
if (!out) throw new TypeError('the first argument must be the path of the PNG to write')
const scale = Number(scaleText)
const chosen: readonly Theme[] = Object.values(themes).filter(({ name }) => themeName === 'all' || themeName === name)

const gap = 12
const sheetWidth = 1800
const sheets = await Promise.all(chosen.map(drawTheme))
const height = sheets.reduce((sum, sheet) => sum + sheet.height, 0)
let top = 0
const stacked = sheets.map((sheet) => {
  top += sheet.height
  return { input: sheet.png, left: 0, top: top - sheet.height }
})
await sharp({ create: { width: sheetWidth, height, channels: 3, background: '#ffffff' } })
  .composite(stacked)
  .png()
  .toFile(out)

async function drawTheme(theme: Theme): Promise<{ png: Buffer; height: number }> {
  const wanted = prefixes.split(',')
  const pieces = allPieces(theme).filter((piece) => wanted.some((prefix) => piece.name.startsWith(prefix)))
  let [x, y, rowHeight] = [gap, gap, 0]
  const placed = (await renderAll(pieces, scale)).map((bitmap) => {
    if (x + bitmap.width + gap > sheetWidth) [x, y, rowHeight] = [gap, y + rowHeight + gap, 0]
    const spot = { left: x, top: y }
    x += bitmap.width + gap
    rowHeight = Math.max(rowHeight, bitmap.height)
    return { input: bitmap.pixels, raw: { width: bitmap.width, height: bitmap.height, channels: 4 as const }, ...spot }
  })
  const size = { width: sheetWidth, height: y + rowHeight + gap }
  const png = await sharp({ create: { ...size, channels: 3, background: theme.floor } })
    .composite(placed)
    .png()
    .toBuffer()
  return { png, height: size.height }
}
