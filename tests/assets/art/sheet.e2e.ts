import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOut, type Place } from '../../../assets/art/lay-out.ts'
import { themes } from '../../../assets/art/palette.ts'
import { chromeFlags, findChrome } from '../../../scripts/chrome.mjs'

/** Mean difference of a picture's pixels, of 255, over black and over white: edges are softened in another way. */
const mostMean = 2.5
/** Share of pixels that may be far off, and how far: the outermost of a soft edge. */
const mostFar = 0.02
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

describe.each(['kutai', 'plain'] as const)('the sheet %s', (theme) => {
  it('is drawn by a browser as its SVG is by another program', async () => {
    const { width, places } = await layOut(themes[theme], 2)
    const drawn = Buffer.from(await page.evaluate<string>(`draw('${theme}')`), 'base64')
    const found = places.map((place) => ({ name: place.names[0], ...compare(place, drawn, width) }))
    expect(found.length).toBeGreaterThan(350)
    expect(found.filter(({ mean, farShare }) => mean > mostMean || farShare > mostFar)).toEqual([])
  })
})

function compare({ bitmap, x: left, y: top }: Place, drawn: Buffer, sheetWidth: number): { mean: number; farShare: number } {
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
