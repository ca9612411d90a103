import { fileURLToPath } from 'node:url'
import { planMap, type Theme } from '@balai/engine'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServedPage, servePage } from './serve-page.ts'

let served: ServedPage
let page: Page
const problems: string[] = []

beforeAll(async () => {
  const root = fileURLToPath(new URL('look-page', import.meta.url))
  served = await servePage(root, planMap(['......', '..ss..', '......']), { 'sheet.png': await drawSheet() })
  page = await served.browser.newPage({ viewport: { width: 420, height: 320 } })
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(served.origin)
  await page.waitForFunction('globalThis.isReady')
})

afterAll(() => served?.close())

/** A sheet of three plain pictures side by side: a floor, a body, a target. */
function drawSheet(): Promise<Buffer> {
  const block = (left: number, width: number, height: number, background: string) => ({
    input: { create: { width, height, channels: 4 as const, background } },
    left,
    top: 0,
  })
  const sheet = sharp({ create: { width: 128, height: 64, channels: 4, background: '#00000000' } })
  return sheet
    .composite([block(0, 64, 32, '#204060'), block(64, 20, 40, '#ffffff'), block(90, 8, 8, '#00ff00')])
    .png()
    .toBuffer()
}

const frame = (x: number, w: number, h: number) => ({ frame: { x, y: 0, w, h }, anchor: { x: 0.5, y: 1 } })
const ownSheet: Theme = {
  atlasImage: '/assets/sheet.png',
  atlasJson: {
    frames: { floor: frame(0, 64, 32), 'body-n-stand': frame(64, 20, 40), target: frame(90, 8, 8) },
    meta: { scale: 1 },
  },
  targetFrame: 'target',
  people: { layers: [{ frame: 'body-n-{pose}', tints: ['#c02020'] }], walkSteps: 1, walkCycleM: 1, heightPx: 40 },
}

function open(theme: Theme, height = 300): Promise<string | null> {
  return page.evaluate(`open('${served.socketUrl}', ${JSON.stringify(theme)}, ${height})`)
}

async function dispose(): Promise<void> {
  await page.evaluate('scene.dispose()')
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await page.locator('canvas').count()).toBe(0)
}

/** Whether a colour covers more than `least` pixels of the page. */
async function covers(rgb: readonly [number, number, number], least: number): Promise<boolean> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let count = 0
  for (let i = 0; i < data.length; i += info.channels) if (rgb.every((part, channel) => Math.abs(data[i + channel] - part) < 6)) count++
  return count > least
}

it('draws a theme’s own sheet: its floor, its people in their tint, and the picture has its name', async () => {
  expect(await open(ownSheet)).toBeNull()
  await expect.poll(() => covers([0x20, 0x40, 0x60], 5000), { timeout: 10_000 }).toBe(true)
  // Some 13 × 27 pixels, whose edges blend with the floor's colour where the person stands between two pixels.
  await expect.poll(() => covers([0xc0, 0x20, 0x20], 200)).toBe(true)
  expect(await page.getByRole('img', { name: 'A small place' }).count()).toBe(1)
  await dispose()
})

it('draws plain shapes in a theme’s colours', async () => {
  expect(await open({ tiles: { floor: { colour: '#336699', top: '#336699' } } })).toBeNull()
  await expect.poll(() => covers([0x33, 0x66, 0x99], 5000), { timeout: 10_000 }).toBe(true)
  await dispose()
})

it.each([
  [
    'a sheet that does not come',
    { ...ownSheet, atlasImage: '/assets/nothing.png' },
    300,
    /^CodedError no-atlas: .*nothing\.png answered 404/,
  ],
  ['half a sheet', { atlasImage: '/assets/sheet.png' }, 300, /theme\.atlasJson must come with theme\.atlasImage/],
  ['no colour', { tiles: { floor: 'green' } }, 300, /theme\.tiles\['floor'\]\.colour must be a colour as #rrggbb, got green/],
  ['an element without a size', {}, 0, /^TypeError : element must have a size, got 400 × 0/],
])('says what is wrong with %s, and leaves nothing behind', async (_, theme, height, message) => {
  expect(await open(theme as Theme, height)).toMatch(message)
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await page.locator('canvas').count()).toBe(0)
  expect(await page.locator('div').getAttribute('style')).not.toContain('position')
  expect(problems).toEqual([])
})
