import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { build } from 'vite'
import { rapierWasm } from '../../scripts/vite-rapier-wasm.ts'

export type ServedPage = { readonly origin: string; close(): void }
type Answer = (request: IncomingMessage, response: ServerResponse) => void

const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' }

/**
 * Bundles a script as the product's pages are, with the trimmed Rapier, and serves it on loopback in a page with nothing else.
 * @param answer what to do with a POST; left out, it is not found
 */
export async function servePage(script: string, answer: Answer = notFound): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-twin-page-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  await build({
    configFile: false,
    root: dirname(script),
    logLevel: 'error',
    plugins: [rapierWasm()],
    build: { outDir: folder, emptyOutDir: true, rollupOptions: { input: script, output: { entryFileNames: 'page.js' } } },
  })
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/') response.setHeader('content-type', 'text/html').end('<!doctype html><script type="module" src="/page.js"></script>')
    else if (/^\/(page\.js|assets\/[\w.-]+)$/.test(path))
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(join(folder, path)))
    else if (request.method === 'POST') answer(request, response)
    else notFound(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
      process.off('exit', remove)
      remove()
    },
  }
}

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end()
}
