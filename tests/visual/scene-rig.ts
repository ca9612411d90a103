import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { leanPixi } from '../../scripts/vite-lean-pixi.ts'

export const expectedFolder = fileURLToPath(new URL('expected', import.meta.url))

const types: Record<string, string> = { '.js': 'text/javascript' }

/** The page of all scenes, built and served. */
export type ScenesPage = { readonly address: string; close(): void }

export async function serveScenes(port = 0): Promise<ScenesPage> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-scenes-'))
  const root = fileURLToPath(new URL('scenes-page', import.meta.url))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [leanPixi()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rollupOptions: { input: join(root, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  })
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    if (path === '/') {
      const html = '<!doctype html><meta charset="utf-8"><title>Scenes</title><body><script type="module" src="/page.js"></script>'
      return void response.setHeader('content-type', 'text/html').end(html)
    }
    if (!/^\/(page\.js|assets\/[\w.-]+)$/.test(path)) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Draws scenes in Chromium without a graphics card, where every machine draws the same. */
export type SceneDrawer = {
  readonly names: readonly string[]
  /** A scene as PNG. @throws Error when it cannot be drawn */
  draw(name: string): Promise<Buffer>
  close(): Promise<void>
}

export async function createSceneDrawer(): Promise<SceneDrawer> {
  const served = await serveScenes()
  const browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(served.address)
  await page.waitForFunction('globalThis.isReady', undefined, { timeout: 30_000 }).catch((error: unknown) => {
    throw new Error(`the page of scenes did not start: ${problems.join('; ') || String(error)}`)
  })
  return {
    names: await page.evaluate('sceneNames'),
    draw: async (name) => Buffer.from(await page.evaluate<string>(`drawScene('${name}')`), 'base64'),
    async close() {
      await browser.close()
      served.close()
    },
  }
}
