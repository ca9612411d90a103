import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrawnSheet } from '../../../assets/art/drawing.ts'
import { themes } from '../../../assets/art/palette.ts'
import { type Bitmap, renderPiece } from '../../../assets/art/render.ts'
import { allPieces } from '../../../assets/art/sources/index.ts'
import { chromeFlags, findChrome } from '../../../scripts/chrome.mjs'

/** Mean difference of a picture's pixels at 2×, of 255, over black and over white: edges are softened in another way, and at 1× they are most of a small picture. */
const mostMean = 3
/** Share of pixels that may be far off, and how far: the outermost of a soft edge. */
const mostFar = 0.045
const far = 48

let browser: Browser
let page: Page

beforeAll(async () => {
  const input = fileURLToPath(new URL('sheet-page/page.js', import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input } },
  })) as Rolldown.RolldownOutput
  const code = built.output.find((file) => file.type === 'chunk')?.code
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  page = await browser.newPage()
  await page.addScriptTag({ content: code, type: 'module' })
  await page.waitForFunction('typeof draw === "function"')
})

afterAll(() => browser?.close())

const sheet = JSON.parse(readFileSync(new URL('../../../assets/art/packed/sheet.json', import.meta.url), 'utf8')) as DrawnSheet

describe.each([
  ['kutai', 2],
  ['kutai', 1],
  ['jabar', 2],
  ['kendari', 2],
  ['plain', 1],
] as const)('the sheet in the theme %s at %d×', (theme, scale) => {
  it('is drawn by a browser as its SVG is by another program', async () => {
    const pieces = new Map(allPieces(themes[theme]).map((piece) => [piece.name, piece]))
    const drawn = Buffer.from(await page.evaluate<string>(`draw('${theme}', ${scale})`), 'base64')
    const found = await Promise.all(
      sheet.names.map(async (names, i) => {
        const piece = pieces.get(names.split(' ')[0])
        if (piece === undefined) throw new TypeError(`nothing in the sources is called ${names}`)
        const { w, h, anchorX, anchorY } = sheet
        const extent = { left: anchorX[i], right: w[i] - anchorX[i], up: anchorY[i], down: h[i] - anchorY[i] }
        const bitmap = await renderPiece(piece, scale, extent)
        return { names, ...compare(bitmap, sheet.x[i] * scale, sheet.y[i] * scale, drawn, sheet.width * scale) }
      }),
    )
    expect(found.length).toBeGreaterThan(350)
    const share = scale === 1 ? 3 : 1
    expect(found.filter(({ mean, farShare }) => mean > mostMean * share || farShare > mostFar * share)).toEqual([])
  })
})

function compare(bitmap: Bitmap, left: number, top: number, drawn: Buffer, sheetWidth: number): { mean: number; farShare: number } {
  let sum = 0
  let farPixels = 0
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < bitmap.width; x++) {
      const inSheet = ((top + y) * sheetWidth + left + x) * 4
      const inBitmap = (y * bitmap.width + x) * 4
      let most = 0
      for (let k = 0; k < 6; k++) {
        const ground = k < 3 ? 0 : 255
        const difference = Math.abs(over(ground, drawn, inSheet, k % 3) - over(ground, bitmap.pixels, inBitmap, k % 3))
        sum += difference / 6
        most = Math.max(most, difference)
      }
      if (most > far) farPixels++
    }
  }
  const pixels = bitmap.width * bitmap.height
  return { mean: sum / pixels, farShare: farPixels / pixels }
}

/** A pixel's red, green or blue over a grey ground. */
const over = (ground: number, pixels: Buffer, at: number, k: number): number => ground + ((pixels[at + k] - ground) * pixels[at + 3]) / 255
