import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { rapierWasm } from '../../scripts/vite-rapier-wasm.ts'
import { createRapierPhysics } from '@balai/engine/physics'
import { walkSurface } from '../../scripts/trim-rapier/surface.ts'
import { walk, type WalkResult } from './walk.ts'

const ticks = 3000
let folder: string
let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-determinism-'))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    plugins: [rapierWasm()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: fileURLToPath(new URL('page.ts', import.meta.url)), output: { entryFileNames: 'page.js' } },
    },
  })
  const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' }
  server = createServer((request, response) => {
    if (request.url === '/')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><script type="module" src="/page.js"></script>')
    if (!/^\/(page\.js|assets\/[\w.-]+)$/.test(request.url ?? '')) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(request.url ?? '')] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, request.url ?? '')))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction('typeof walkHere === "function"')
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

const inPage = (seed: number, odd: boolean): Promise<WalkResult> => page.evaluate(`walkHere(${seed}, ${ticks}, ${odd})`)

for (const seed of [1, 2]) {
  it(`seed ${seed}: the same intents give the same bits in Node and in Chromium`, async () => {
    const here = await walk(seed, ticks, () => true)
    expect(here.hashes).toHaveLength(ticks / 500)
    expect(new Set(here.hashes).size).toBe(here.hashes.length)
    expect(await inPage(seed, false)).toEqual(here)
  })
}

it('seed 3: and for half of the people alone, in one place all and in the other the half', async () => {
  const half = await walk(3, ticks, (person) => person % 2 === 1)
  expect(await inPage(3, true)).toEqual(half)
  expect(half.positions).toBe(ticks * 8)
})

it('20,000 moves in 100 worlds of every kind (seed 6): the trimmed WASM in Chromium gives the bits of the whole one in Node', async () => {
  const surface = { seed: 6, worlds: 100, moves: 200 }
  const here = await walkSurface(createRapierPhysics, surface)
  expect(new Set(here).size).toBe(surface.worlds)
  expect(await page.evaluate(`surfaceHere(${JSON.stringify(surface)})`)).toEqual(here)
})
