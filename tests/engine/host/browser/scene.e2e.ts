import { fileURLToPath } from 'node:url'
import type { SceneEvent, SceneStats } from '@balai/engine'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { twoStoreys } from '../../two-storeys.ts'
import { type ServedPage, servePage } from './serve-page.ts'

let served: ServedPage
let page: Page
const problems: string[] = []
const gestures = [
  { pose: 'wave', seconds: 1.5, bubble: 'Permisi, numpang tanya' },
  { pose: 'sit', seconds: null },
]

beforeAll(async () => {
  const map = twoStoreys()
  served = await servePage(fileURLToPath(new URL('scene-page', import.meta.url)), map)
  page = await served.browser.newPage({ viewport: { width: 420, height: 320 } })
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(served.origin)
  await page.waitForFunction('globalThis.isReady')
  const theme = { clothes: ['#c02020', '#2020c0'] }
  await page.evaluate(`open('${served.socketUrl}', ${JSON.stringify(map)}, ${JSON.stringify({ gestures, theme, quality: 'high' })})`)
})

afterAll(() => served?.close())

const events = <T extends SceneEvent['type']>(type: T): Promise<Extract<SceneEvent, { type: T }>[]> =>
  page.evaluate(`events.filter((event) => event.type === '${type}')`)
const stats = (): Promise<SceneStats> => page.evaluate('scene.stats()')
const frames = async (): Promise<number> => (await stats()).stage.frames

/** How many pixels of the picture have this colour. */
async function count(red: number, green: number, blue: number): Promise<number> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let found = 0
  for (let i = 0; i < data.length; i += info.channels)
    if (Math.abs(data[i] - red) < 4 && Math.abs(data[i + 1] - green) < 4 && Math.abs(data[i + 2] - blue) < 4) found++
  return found
}
const lower = (): Promise<number> => count(0xdf, 0xe8, 0xd8)
const upper = (): Promise<number> => count(0xd8, 0xdf, 0xe8)
const paper = (): Promise<number> => count(0xff, 0xfd, 0xf7)

it('tells its quality and where one came in, and draws that storey alone', async () => {
  expect(await events('quality')).toEqual([{ type: 'quality', tier: 'high' }])
  expect((await events('moved'))[0]).toMatchObject({ storey: 1 })
  expect(await lower()).toBeGreaterThan(5000)
  expect(await upper()).toBe(0)
})

it('shows a phrase for its time and then takes it away, though nobody moves and nothing else is drawn', async () => {
  expect(await paper()).toBe(0)
  await page.evaluate('scene.gesture(1)')
  await expect.poll(paper).toBeGreaterThan(1500)
  await expect.poll(paper, { timeout: 5000 }).toBe(0)
  const before = await frames()
  await page.waitForTimeout(500)
  expect(await frames()).toBe(before)
  await expect(page.evaluate('scene.gesture(32)')).rejects.toThrow(/n must be a whole number from 1 to 31, got 32/)
})

it('leads through the lift: dots until one is there, the other storey drawn alone, and never a slide between the two', async () => {
  const amber = (): Promise<number> => count(0xff, 0xb0, 0x20)
  await page.evaluate('scene.showWay({ x: 3.5, z: 11.5 })')
  await expect.poll(amber).toBeGreaterThan(20)
  await page.evaluate('rows.length = 0; scene.walkTo(3.5, 11.5)')
  await expect.poll(async () => (await events('moved')).at(-1)?.storey, { timeout: 15_000 }).toBe(2)
  await expect.poll(async () => (await stats()).sim.own?.x, { timeout: 15_000 }).toBeCloseTo(3.5, 1)
  await expect.poll(upper).toBeGreaterThan(5000)
  expect(await lower()).toBe(0)
  await expect.poll(amber).toBe(0)
  const rows = await page.evaluate<number[]>('rows')
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter((z) => z > 5 && z < 8)).toEqual([])
  const moved = await events('moved')
  expect(moved.length).toBeGreaterThan(3)
})

it('changes clothes without losing its place, its number or a frame', async () => {
  const before = (await stats()).sim.own
  const red = (): Promise<number> => count(0xc0, 0x20, 0x20)
  const blue = (): Promise<number> => count(0x20, 0x20, 0xc0)
  const wasRed = (await red()) > (await blue())
  for (let look = 2; (await red()) > (await blue()) === wasRed; look++) {
    expect(look, 'one of these looks has the other colour').toBeLessThan(12)
    const entered = (await events('entered')).length
    await page.evaluate(`scene.setLook(${look})`)
    await expect.poll(async () => (await events('entered')).length).toBe(entered + 1)
    await page.waitForTimeout(300)
  }
  expect((await stats()).sim.own).toEqual(before)
  expect(new Set((await events('entered')).map(({ netId }) => netId)).size).toBe(1)
  for (const type of ['refused', 'reconnecting', 'closed'] as const) expect(await events(type)).toEqual([])
})

it('hidden, draws nothing however one walks; seen again, shows where one is', async () => {
  await page.evaluate('hide(true)')
  await page.waitForTimeout(200)
  const before = await frames()
  await page.evaluate('scene.walkTo(1.5, 9.5)')
  await expect.poll(async () => (await stats()).sim.own?.x, { timeout: 10_000 }).toBeCloseTo(1.5, 1)
  expect(await frames()).toBe(before)
  await page.evaluate('rows.length = 0; hide(false)')
  await expect.poll(() => page.evaluate('rows.length')).toBeGreaterThan(0)
  // Where one is, not where one was.
  expect((await page.evaluate<number[]>('rows'))[0]).toBeCloseTo(9.5, 0)
})

it('changes its quality while it runs, and says so', async () => {
  await page.evaluate("scene.setQuality('low')")
  await expect.poll(async () => (await events('quality')).map(({ tier }) => tier)).toEqual(['high', 'low'])
  expect((await stats()).stage.tier).toBe('low')
  await expect.poll(upper).toBeGreaterThan(5000)
  await page.evaluate("scene.setQuality('high')")
  await expect.poll(async () => (await events('quality')).length).toBe(3)
  expect(problems).toEqual([])
})
