import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { leanPixi } from '../../scripts/vite-lean-pixi.ts'

/** Pictures are kept here when named: look at them. */
const keep = process.env.BALAI_SHOTS
// As strict as the product's: Pixi must not make code from text.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'"
const types: Record<string, string> = { '.js': 'text/javascript' }

let folder: string
let server: Server
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-stage-'))
  const root = fileURLToPath(new URL('stage-page', import.meta.url))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // As the product is built: what is cut out of Pixi must not be missed.
    plugins: [leanPixi()],
    worker: { format: 'es', plugins: () => [leanPixi()] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      modulePreload: false,
      rollupOptions: { input: join(root, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  })
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    response.setHeader('content-security-policy', policy)
    if (path === '/')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><body><script type="module" src="/page.js"></script>')
    if (!/^\/(page\.js|assets\/[\w.-]+)$/.test(path)) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { drawn: number; drawCalls: number; sprites: number; frames: number }
type Shot = { mean: number[]; spread: number; pixels: Buffer }

async function open(mode: 'worker' | 'page', count: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?${mode}&count=${count}`)
  await expect.poll(async () => [...faults, await page.evaluate('globalThis.isReady')], { timeout: 30_000 }).toEqual([true])
  return page
}

const run = (page: Page, frames: number, isMoving: boolean): Promise<Ran> => page.evaluate(`call('run', ${frames}, ${isMoving})`)

async function shoot(page: Page, name: string): Promise<Shot> {
  const png = await page.screenshot(keep ? { path: join(keep, `${name}.png`) } : {})
  const { channels } = await sharp(png).stats()
  const pixels = await sharp(png).removeAlpha().raw().toBuffer()
  return { mean: channels.slice(0, 3).map(({ mean }) => mean), spread: channels[0].stdev, pixels }
}

/** A frame drawn in a worker is on the screen some time later: shoots until the picture is that of `expected`. */
async function becomes(page: Page, expected: Shot, name: string): Promise<void> {
  await expect.poll(async () => difference(expected, await shoot(page, name)), { timeout: 15_000, interval: 300 }).toBeLessThan(0.5)
}

/** The picture once it no longer changes. */
async function settled(page: Page, name: string): Promise<Shot> {
  await page.waitForTimeout(1000)
  const shot = await shoot(page, name)
  await page.waitForTimeout(500)
  await becomes(page, shot, name)
  return shot
}

function difference(a: Shot, b: Shot): number {
  let sum = 0
  for (let i = 0; i < a.pixels.length; i++) sum += Math.abs(a.pixels[i] - b.pixels[i])
  return sum / a.pixels.length
}

describe.each(['worker', 'page'] as const)('a stage on the %s', (mode) => {
  it('draws the hall with 300 people in few calls, rests when nothing moves, and comes back from a lost context', async () => {
    const page = await open(mode, 300)
    const moving = await run(page, 20, true)
    expect(moving.drawn).toBe(20)
    expect(moving.sprites).toBeGreaterThan(1000)
    // A call for each of the floor’s layers, one for all that stands and walks; marks, plates and letters.
    expect(moving.drawCalls).toBeLessThanOrEqual(12)
    expect((await run(page, 30, false)).drawn).toBeLessThan(2)

    const before = await settled(page, `${mode}-hall`)
    expect(before.spread, 'a picture, not one colour').toBeGreaterThan(15)
    expect(Math.min(...before.mean), 'a light hall').toBeGreaterThan(120)

    await page.evaluate("call('loseContext')")
    await expect.poll(() => page.evaluate('events'), { timeout: 10_000 }).toEqual(['context-lost', 'context-restored', 'art-changed'])
    await page.waitForTimeout(50)
    for (let i = 0; i < 4; i++) {
      await run(page, 1, false)
      await page.waitForTimeout(30)
    }
    await becomes(page, before, `${mode}-restored`)
    await page.close()
  })
})

it('worker and page draw the same picture', async () => {
  let onPage: Shot | null = null
  for (const mode of ['page', 'worker'] as const) {
    const page = await open(mode, 60)
    await run(page, 10, true)
    await page.evaluate("call('zoomBy', 2)")
    await run(page, 1, false)
    if (onPage === null) onPage = await settled(page, `${mode}-near`)
    else await becomes(page, onPage, `${mode}-near`)
    await page.close()
  }
  expect(onPage?.spread).toBeGreaterThan(15)
})
