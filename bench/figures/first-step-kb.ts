import type { Page } from 'playwright-core'
import type { Measurement } from './figure.ts'
import { enterMall, launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'
import { openWire } from './run-wire.ts'

const withinMs = 60_000
const pressMs = 150

/**
 * What it costs to come from nothing to the first step in the mall, kB of a thousand bytes in both directions: the page, "Masuk mal", then a
 * key. Everything that crosses the wire until the avatar has moved counts, threads and sockets included. n: answers received.
 */
export async function measureFirstStepKb(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  const wire = await openWire(server.port)
  try {
    const context = await phoneContext(browser)
    let answers = 0
    context.on('requestfinished', () => answers++)
    const { page, problems } = await openPage(context, `${wire.origin}/kukar`)
    await enterMall(page, problems)
    await walkUntilFirstStep(page, problems)
    return { value: (wire.bytesDown() + wire.bytesUp()) / 1000, n: answers }
  } finally {
    await browser.close()
    await wire.close()
    await server.stop()
  }
}

/** Presses a key again and again, as one does who is impatient; the page writes down on its root element that the avatar has moved. */
async function walkUntilFirstStep(page: Page, problems: readonly string[]): Promise<void> {
  const hasStepped = page.locator('html[data-balai-first-step]')
  for (const until = performance.now() + withinMs; performance.now() < until; ) {
    await page.keyboard.down('ArrowDown')
    await page.waitForTimeout(pressMs)
    await page.keyboard.up('ArrowDown')
    if ((await hasStepped.count()) > 0) return
  }
  throw new Error(`no first step within ${withinMs / 1000} s: ${problems.join('; ')}`)
}
