import sharp from 'sharp'
import { themes } from './palette.ts'
import { renderAll } from './render.ts'
import { allPieces } from './sources/index.ts'

/** Run: node assets/art/contact-sheet.ts <out.png> [name prefix] [theme] [scale]. Every sprite on the floor's colour. */
const [out, prefix = '', themeName = 'kutai', scaleText = '2'] = process.argv.slice(2)
if (!out) throw new TypeError('the first argument must be the path of the PNG to write')
const theme = themeName === 'plain' ? themes.plain : themes.kutai
const pieces = allPieces(theme).filter((piece) => piece.name.startsWith(prefix))
const bitmaps = await renderAll(pieces, Number(scaleText))

const gap = 12
const sheetWidth = 1800
let [x, y, rowHeight] = [gap, gap, 0]
const placed = bitmaps.map((bitmap) => {
  if (x + bitmap.width + gap > sheetWidth) [x, y, rowHeight] = [gap, y + rowHeight + gap, 0]
  const spot = { left: x, top: y }
  x += bitmap.width + gap
  rowHeight = Math.max(rowHeight, bitmap.height)
  return { input: bitmap.pixels, raw: { width: bitmap.width, height: bitmap.height, channels: 4 as const }, ...spot }
})
await sharp({ create: { width: sheetWidth, height: y + rowHeight + gap, channels: 4, background: theme.floor } })
  .composite(placed)
  .png()
  .toFile(out)
