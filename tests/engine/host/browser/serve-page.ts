import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { serveHalls } from '@balai/engine/server'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { WebSocketServer } from 'ws'
import { chromeFlags, findChrome } from '../../../../scripts/chrome.mjs'
import { leanPixi } from '../../../../scripts/vite-lean-pixi.ts'
import { rapierWasm } from '../../../../scripts/vite-rapier-wasm.ts'

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' ws:"
const types: Record<string, string> = { '.js': 'text/javascript', '.png': 'image/png', '.wasm': 'application/wasm' }

/** A page of somebody else's, built as an application is and served as strictly, with a hall behind it and a browser before it. */
export type ServedPage = {
  readonly origin: string
  readonly socketUrl: string
  readonly browser: Browser
  close(): Promise<void>
}

/** @param root a folder with a `page.js`; `files` by name under `/assets`; `map` the hall's */
export async function servePage(root: string, map: unknown, files: Readonly<Record<string, Buffer>> = {}): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-page-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [rapierWasm(), leanPixi()],
    worker: { format: 'es', plugins: () => [rapierWasm(), leanPixi()] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: { input: join(root, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'assets', name), bytes)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    response.setHeader('content-security-policy', policy)
    if (path === '/')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><body><script type="module" src="/page.js"></script>')
    if (!/^\/(page\.js|assets\/[\w.-]+)$/.test(path) || path.includes('nothing')) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const halls = serveHalls()
  halls.open('place', 'place', map)
  const sockets = new WebSocketServer({ server, maxPayload: 1024 })
  sockets.on('connection', (socket) => void halls.accept(socket, 'place'))
  const browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    socketUrl: `ws://127.0.0.1:${port}/`,
    browser,
    async close() {
      await browser.close()
      halls.close()
      sockets.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
