import type { Page } from 'playwright-core'
import type { Measurement } from './figure.ts'
import { movedAtMs, ownNetId, takeRest, untilDrawn, watchDrawn } from './drawn-probe.ts'
import { percentile } from './percentile.ts'
import { enterMall, launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'

const steps = 56
const stillMs = 700
const walkMs = 250
const seenWithinMs = 5000

/**
 * From the frame in which the own avatar first moves on one page to the frame in which the same avatar first moves on another, 95th
 * percentile in ms. Two people in one hall, in one browser, so that both pages read one clock. n: steps.
 */
export async function measureSeenStepMs(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  try {
    const open = async (): Promise<Page> => {
      const context = await phoneContext(browser, { pixelRatio: 1 })
      await watchDrawn(context)
      const { page, problems } = await openPage(context, `${server.origin}/kukar?probe`)
      await enterMall(page, problems)
      return page
    }
    const walker = await open()
    const watcher = await open()
    const own = await ownNetId(walker)
    await untilDrawn(watcher, own)
    const delays: number[] = []
    for (let step = 0; step < steps; step++) {
      const delay = await oneStep(walker, watcher, own, step % 2 === 0 ? 'ArrowLeft' : 'ArrowRight')
      if (delay !== null) delays.push(delay)
    }
    return { value: percentile(delays, 0.95), n: delays.length }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Both stand still, one walks a moment. @returns null when there was no step, as before a wall */
async function oneStep(walker: Page, watcher: Page, own: number, key: string): Promise<number | null> {
  await walker.waitForTimeout(stillMs)
  await Promise.all([walker, watcher].map((page) => takeRest(page)))
  await walker.keyboard.down(key)
  await walker.waitForTimeout(walkMs)
  await walker.keyboard.up(key)
  const [begun, seen] = await Promise.all([walker, watcher].map((page) => movedAtMs(page, own, seenWithinMs)))
  if (begun === null) return null
  // Never seen is the slowest that can be told, not a step less.
  return seen === null ? seenWithinMs : seen - begun
}
