import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { createPackedApp, freePort, type PackedApp } from './packed-app.ts'

const node = process.execPath
const packages = ['ws', 'vite', 'typescript', '@types/node', '@types/ws']
let app: PackedApp
let browser: Browser
let origin: string
let serverSaid: () => string

beforeAll(async () => {
  app = await createPackedApp(fileURLToPath(new URL('../../examples/plaza', import.meta.url)), packages, 'link')
  const vite = join(app.folder, 'node_modules/vite/bin/vite.js')
  app.run(node, [vite, 'build', '--logLevel', 'warn'])
  const [walkPort, pagePort] = [await freePort(), await freePort()]
  const env = { PORT: String(walkPort) }
  serverSaid = await app.start(node, ['server.ts'], /is open/, env)
  await app.start(node, [vite, 'preview', '--host', '127.0.0.1', '--port', String(pagePort), '--strictPort'], /127\.0\.0\.1/, env)
  origin = `http://127.0.0.1:${pagePort}`
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

/** What a page complains of: errors, what its content policy refused, what did not load. */
async function open(): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } })
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(origin)
  return { page, problems }
}

async function enter(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Enter' }).click()
  const view = page.locator('section').last()
  await expect.poll(() => view.locator('.status').textContent(), { timeout: 30_000 }).toMatch(/^(Tap|The square cannot)/)
  return view
}

/** The bookstall's stamp; one may pass the fruit on the way. */
const stamped = /^Stamp from books: [12] of 3$/

/** Holds a key in the view until the text is there. Wherever one came in, to the right the hedge leads to the bookstall. */
async function walkUntil(view: Locator, key: string, part: string, text: RegExp): Promise<void> {
  const page = view.page()
  await view.locator('canvas').focus()
  await page.keyboard.down(key)
  await expect.poll(() => view.locator(part).textContent(), { timeout: 30_000 }).toMatch(text)
  await page.keyboard.up(key)
}

it('the package holds what its map names, readable without the repository, and nothing else of ours', () => {
  const engine = join(app.folder, 'node_modules/@balai/engine')
  const manifest = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as { private?: true; exports: Record<string, unknown> }
  const targets = Object.values(manifest.exports).flatMap((door) => (typeof door === 'string' ? [door] : Object.values(door as object)))
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter((target) => !existsSync(join(engine, String(target))))).toEqual([])
  expect(manifest.private).toBeUndefined()
  const files = globSync('**/*.*', { cwd: engine }).map((file) => file.replaceAll('\\', '/'))
  expect(files.filter((file) => !/^dist\/.*\.(js|d\.ts|wasm|md)$|^(README\.md|package\.json|plaza\.png)$/.test(file))).toEqual([])
  expect(existsSync(join(engine, 'LICENSE'))).toBe(true)
  for (const worker of ['sim', 'render']) {
    const code = readFileSync(join(engine, `dist/host/browser/packaged/${worker}.worker.js`), 'utf8')
    expect(code, 'no name of a package, and no WASM in words').not.toMatch(/\bfrom ?["'`][\w@]|\bimport ?\(?["'`][\w@]|AGFzbQ/)
  }
  const doors = ['@balai/engine', '@balai/engine/server', '@balai/engine/sim', '@balai/engine/space']
  const load = `for (const door of ${JSON.stringify(doors)}) await import(door)`
  expect(app.run(node, ['--input-type=module', '--eval', load]), 'and Node loads its doors').toBe('')
})

it('its types hold against the packed declarations', () => {
  expect(app.run(node, [join(app.folder, 'node_modules/typescript/bin/tsc'), '--noEmit'])).toBe('')
})

it('under a strict policy one walks, zones are told, the own rule gives a stamp at both ends, twice on one page, and leaves nothing', async () => {
  const { page, problems } = await open()
  const first = await enter(page)
  const { channels } = await sharp(await page.screenshot()).stats()
  expect(channels[0].stdev, 'a picture, not one colour').toBeGreaterThan(15)
  await walkUntil(first, 'ArrowRight', '.status', /^You are at books$/)
  await expect.poll(() => first.locator('.card').textContent()).toMatch(stamped)
  await expect.poll(serverSaid).toMatch(/^plaza \d+ {"stall":"books","stamps":[12]}$/m)

  const second = await enter(page)
  expect(await second.locator('.card').textContent(), 'a card of their own').toBe('')
  await walkUntil(second, 'ArrowRight', '.card', stamped)
  await expect.poll(() => new Set(serverSaid().match(/^plaza \d+ {"stall":"books"/gm)).size).toBe(2)
  expect(page.workers()).toHaveLength(4)

  await first.locator('.leave').click()
  await expect.poll(() => page.workers().length).toBe(2)
  await walkUntil(page.locator('section'), 'ArrowLeft', '.status', /^You left books$/)
  await page.locator('.leave').click()
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await page.locator('canvas').count()).toBe(0)
  expect(problems).toEqual([])
  await page.close()
})

it('where a canvas cannot be handed to a worker it is drawn on the page, and its context is given back', async () => {
  const { page, problems } = await open()
  await page.evaluate(() => {
    const { HTMLCanvasElement } = globalThis as unknown as { HTMLCanvasElement: { prototype: { transferControlToOffscreen?: unknown } } }
    delete HTMLCanvasElement.prototype.transferControlToOffscreen
  })
  const view = await enter(page)
  await walkUntil(view, 'ArrowRight', '.card', stamped)
  expect(page.workers()).toHaveLength(1)
  const canvas = await view.locator('canvas').elementHandle()
  await view.locator('.leave').click()
  const isLost = (): Promise<boolean | undefined> =>
    page.evaluate(
      (of) => (of as unknown as { getContext(type: string): { isContextLost(): boolean } }).getContext('webgl2').isContextLost(),
      canvas,
    )
  await expect.poll(isLost).toBe(true)
  expect(problems).toEqual([])
  await page.close()
})
