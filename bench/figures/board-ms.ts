import type { Page } from 'playwright-core'
import type { Measurement } from './figure.ts'
import { percentile } from './percentile.ts'
import { launchBrowser, openPage } from './run-browser.ts'
import { openRunCounter } from './run-counter.ts'
import { startRunServer } from './run-server.ts'

const calls = 24
const shownWithinMs = 10_000
const region = 'kukar'
const counter = 'kukar.loket-01'
const group = 'disdukcapil-identitas'

/** What the page writes down for the bench: label → when it stood large on the screen, ms since 1970. */
type ProbedPage = { balaiShownAt: Record<string, number> }

/**
 * From the moment in which an officer's call is sent to the frame in which its number stands large on the board, median in ms. Server, officer
 * and board are on one machine and read one clock. n: calls.
 */
export async function measureBoardMs(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  try {
    const desk = await openRunCounter(server, { region, counter })
    for (let n = 0; n < calls; n++) await desk.take(group, `board-ms-${String(n).padStart(4, '0')}`)
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'id-ID' })
    const { page } = await openPage(context, `${server.origin}/papan/${region}`)
    await page.locator('.call-card').waitFor()
    await watchLabel(page)
    const delays: number[] = []
    for (let n = 0; n < calls; n++) {
      const { label, ticket, sentAtMs } = await desk.callNext()
      delays.push((await shownAtMs(page, label)) - sentAtMs)
      await desk.act(ticket, 'serve')
      await desk.act(ticket, 'finish')
    }
    desk.close()
    return { value: percentile(delays, 0.5), n: delays.length }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Notes each number with the time of the frame after the one that it was put into. */
async function watchLabel(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probed = globalThis as unknown as ProbedPage
    probed.balaiShownAt = {}
    const look = (): void => {
      const label = document.querySelector('.call-card .call-label')?.textContent ?? ''
      if (label === '' || label in probed.balaiShownAt) return
      probed.balaiShownAt[label] = Number.POSITIVE_INFINITY
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          probed.balaiShownAt[label] = Date.now()
        }),
      )
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** @throws Error when it is not shown within ten seconds */
async function shownAtMs(page: Page, label: string): Promise<number> {
  const isShown = (one: string): boolean => Number.isFinite((globalThis as unknown as ProbedPage).balaiShownAt[one])
  await page.waitForFunction(isShown, label, { timeout: shownWithinMs, polling: 50 })
  return page.evaluate((one) => (globalThis as unknown as ProbedPage).balaiShownAt[one], label)
}
