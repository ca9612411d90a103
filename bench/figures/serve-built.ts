import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { leanPixi } from '../../scripts/vite-lean-pixi.ts'

/** A page of the bench's own on loopback. */
export type BuiltPage = { readonly address: string; close(): void }

/** Builds `page.js` of a folder, with the engine as its sources stand, and serves it alone. */
export async function serveBuilt(root: string): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-built-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [leanOwn()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: join(root, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  })
  const html = '<!doctype html><meta charset="utf-8"><body style="margin:0"><script type="module" src="/page.js"></script>'
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(html)
    if (!/^\/(page\.js|assets\/[\w.-]+)$/.test(path)) return void response.writeHead(404).end()
    response.setHeader('content-type', 'text/javascript').end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The product's own Pixi is cut as it is in the product; a peer's, which lies in a folder of its own, is left as it is. */
function leanOwn(): ReturnType<typeof leanPixi> {
  const plugin = leanPixi()
  const { transform } = plugin
  if (typeof transform !== 'object') throw new TypeError('scripts/vite-lean-pixi.ts has no transform with a filter any more: adapt leanOwn')
  const include = /node_modules\/(pixi\.js\/lib|@pixi\/colord)\//
  return { ...plugin, transform: { ...transform, filter: { id: { include, exclude: /peers\/drawing\/node_modules/ } } } }
}
