import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CodedError } from '@balai/engine/core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { createPackedApp, freePort, type PackedApp } from '../../tests/examples/packed-app.ts'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { watchHeap } from './run-heap.ts'

const warmUps = 5
const mounts = 100
const goneWithinMs = 2000
/** Machine code that the optimising compilers make as a page grows older would drown what a scene leaves behind. */
const steadyCode = '--js-flags=--no-opt --no-maglev --no-sparkplug'

/**
 * What 100 scenes mounted and disposed leave behind, as a share of what one mounted scene holds: JavaScript memory of the page and its
 * workers. A worker, a node or a listener left behind by each counts as a whole. n: scenes.
 */
export async function measureDisposeLeak(): Promise<Measurement> {
  const browser = await launchSteady()
  const app = await createPackedApp(fileURLToPath(new URL('dispose-page', import.meta.url)), ['ws', 'vite'], 'link')
  try {
    const { origin, socketUrl } = await startPage(app)
    const page = await browser.newPage()
    await page.goto(origin)
    await page.waitForFunction('globalThis.isReady')
    const heap = await watchHeap(page)
    const mount = (events: readonly string[]): Promise<void> => page.evaluate(`mountOnce('${socketUrl}', ${JSON.stringify(events)})`)
    const round = async (): Promise<void> => {
      await mount(['entered', 'own-seen'])
      await dispose(page)
    }
    for (let i = 0; i < warmUps; i++) await round()
    const before = await heap.read()
    for (let i = 0; i < mounts; i++) await round()
    const after = await heap.read()
    await mount(['entered', 'own-seen', 'physics-ready'])
    const one = await heap.read()
    const share = (after.heapBytes - before.heapBytes) / (one.heapBytes - after.heapBytes)
    const left = (['workers', 'nodes', 'listeners'] as const).map((name) => Math.floor((after[name] - before[name]) / mounts))
    return { value: Math.max(0, share, after.workers, ...left), n: mounts }
  } finally {
    await browser.close()
    await app.close()
  }
}

async function launchSteady(): Promise<Browser> {
  const executablePath = findChrome()
  if (executablePath === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  return chromium.launch({ executablePath, args: [...chromeFlags, steadyCode] })
}

async function startPage(app: PackedApp): Promise<{ origin: string; socketUrl: string }> {
  mkdirSync(join(app.folder, 'public'))
  cpSync(fileURLToPath(new URL('../../examples/plaza/plaza.tmj', import.meta.url)), join(app.folder, 'public/plaza.tmj'))
  const [walkPort, pagePort] = [await freePort(), await freePort()]
  const vite = join(app.folder, 'node_modules/vite/bin/vite.js')
  app.run(process.execPath, [vite, 'build', '--target', 'es2022', '--logLevel', 'error'])
  await app.start(process.execPath, ['server.js'], /open/, { PORT: String(walkPort) })
  const preview = [vite, 'preview', '--host', '127.0.0.1', '--port', String(pagePort), '--strictPort']
  await app.start(process.execPath, preview, /127\.0\.0\.1/)
  return { origin: `http://127.0.0.1:${pagePort}`, socketUrl: `ws://127.0.0.1:${walkPort}` }
}

/** A thread ends shortly after its scene; the next is mounted when it is gone, or when it is plain that it stays. */
async function dispose(page: Page): Promise<void> {
  await page.evaluate('globalThis.dispose()')
  for (const until = performance.now() + goneWithinMs; page.workers().length > 0 && performance.now() < until; ) await wait(10)
}
