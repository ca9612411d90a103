import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { createStreamOrigin, registerStreamRoutes, type StreamOrigin } from '../../server/stream/index.ts'

export type StreamRig = {
  readonly origin: StreamOrigin
  readonly url: string
  /** A fresh page in a browser profile of its own: `officer.html` or `viewer.html`. */
  open(page: 'officer' | 'viewer'): Promise<Page>
  /** Stops the server and starts another at the same address, with nothing in its memory. */
  restartServer(): Promise<void>
  close(): Promise<void>
}

export const rigCounter = 'kukar.loket-01'

const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
]

/** The real routes on loopback, the real page code built by vite, a headless Chromium. `holdMs` keeps each part back at the origin. */
export async function openStreamRig(options: { holdMs?: number } = {}): Promise<StreamRig> {
  const pages = join(import.meta.dirname, 'stream-page')
  const outDir = await mkdtemp(join(tmpdir(), 'balai-stream-'))
  let browser: Browser | null = null
  let server: Server | null = null
  try {
    const input = { officer: join(pages, 'officer.html'), viewer: join(pages, 'viewer.html') }
    await build({ root: pages, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions: { input } } })
    server = await startServer({ outDir, port: 0, holdMs: options.holdMs ?? 0 })
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: chromiumArguments })
  } catch (error) {
    await browser?.close()
    await server?.app.close()
    await rm(outDir, { recursive: true, force: true })
    throw error
  }
  let running = server
  const shown = browser
  const url = `http://127.0.0.1:${running.port}`
  return {
    get origin() {
      return running.origin
    },
    url,
    async open(name) {
      const page = await (await shown.newContext({ viewport: { width: 720, height: 560 } })).newPage()
      await page.goto(`${url}/${name}.html`)
      await page.waitForFunction((global) => global in globalThis, name)
      return page
    },
    async restartServer() {
      await running.app.close()
      running = await startServer({ outDir, port: running.port, holdMs: options.holdMs ?? 0 })
    },
    async close() {
      await shown.close()
      await running.app.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}

type Server = { app: FastifyInstance; origin: StreamOrigin; port: number }

async function startServer(options: { outDir: string; port: number; holdMs: number }): Promise<Server> {
  const log = { info: () => {}, warn: () => {} }
  const origin = createStreamOrigin({ clock: () => performance.now(), log })
  const app = fastify({ forceCloseConnections: true })
  await registerStreamRoutes(app, {
    origin: options.holdMs > 0 ? holdBack(origin, options.holdMs) : origin,
    officerAt: async () => ({ officer: 'petugas', counter: rigCounter }),
    counterExists: (counter) => counter === rigCounter,
    onChange: () => {},
  })
  await app.register(fastifyStatic, { root: options.outDir })
  await app.listen({ host: '127.0.0.1', port: options.port })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the rig server has no port')
  return { app, origin, port: address.port }
}

/** A planted fault: parts are taken at once and shown to viewers `holdMs` later. */
function holdBack(origin: StreamOrigin, holdMs: number): StreamOrigin {
  return {
    ...origin,
    putPart(counter, stream, upload) {
      setTimeout(() => {
        try {
          origin.putPart(counter, stream, upload)
        } catch {
          // The stream ended while the part was held.
        }
      }, holdMs)
      return 'added'
    },
  }
}
