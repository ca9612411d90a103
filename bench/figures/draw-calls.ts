import { fileURLToPath } from 'node:url'
import type { Measurement } from './figure.ts'
import { launchBrowser } from './run-browser.ts'
import { serveBuilt } from './serve-built.ts'

const people = 300
const frames = 30

/**
 * Most WebGL draw calls of a frame: the hall of Kukar from as far as one can see it, 300 people who walk in view, signs, names, phrases, a way, a zone
 * lit up and a target. n: people in view.
 */
export async function measureDrawCalls(): Promise<Measurement> {
  const served = await serveBuilt(fileURLToPath(new URL('draw-page', import.meta.url)))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(served.address)
    await page.waitForFunction('globalThis.isReady')
    const found = await page.evaluate<{ drawCalls: number; inView: number }>(`drawAll(${people}, ${frames})`)
    return { value: found.drawCalls, n: found.inView }
  } finally {
    await browser.close()
    served.close()
  }
}
