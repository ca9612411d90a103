import type { Page } from 'playwright-core'
import type { Measurement } from './figure.ts'
import { enterMall, launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'
import { openWire } from './run-wire.ts'

const withinMs = 60_000
const pressMs = 150
const lookEveryMs = 10

/**
 * What it costs to come from nothing to the first step in the mall, kB of a thousand bytes in both directions: the page, "Masuk mal", then a
 * key. Everything that crosses the wire until the avatar has moved counts, threads and sockets included. n: answers received.
 */
export async function measureFirstStepKb(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  const wire = await openWire(server.port)
  let looking: ReturnType<typeof setInterval> | undefined
  try {
    const context = await phoneContext(browser)
    let answers = 0
    context.on('requestfinished', () => answers++)
    // What has crossed by when: it is known only afterwards when the step was taken.
    const counts: (Measurement & { readonly atMs: number })[] = []
    looking = setInterval(() => {
      counts.push({ atMs: Date.now(), value: (wire.bytesDown() + wire.bytesUp()) / 1000, n: answers })
    }, lookEveryMs)
    const { page, problems } = await openPage(context, `${wire.origin}/kukar`)
    await enterMall(page, problems)
    const steppedAtMs = await walkUntilFirstStep(page, problems)
    await page.waitForTimeout(5 * lookEveryMs)
    const then = counts.find(({ atMs }) => atMs >= steppedAtMs)
    if (then === undefined) throw new Error('nothing was counted after the first step: the clocks of page and bench do not agree')
    return { value: then.value, n: then.n }
  } finally {
    clearInterval(looking)
    await browser.close()
    await wire.close()
    await server.stop()
  }
}

/** Presses a key again and again, as one does who is impatient. @returns when the page saw the avatar move, milliseconds since 1970 */
async function walkUntilFirstStep(page: Page, problems: readonly string[]): Promise<number> {
  for (const until = performance.now() + withinMs; performance.now() < until; ) {
    await page.keyboard.down('ArrowDown')
    await page.waitForTimeout(pressMs)
    await page.keyboard.up('ArrowDown')
    const atMs = await firstStepAtMs(page)
    if (atMs !== null) return atMs
  }
  throw new Error(`no first step within ${withinMs / 1000} s: ${problems.join('; ')}`)
}

/** The page writes it down on its root element, in its own milliseconds. */
async function firstStepAtMs(page: Page): Promise<number | null> {
  const stepped = page.locator('html[data-balai-first-step]')
  if ((await stepped.count()) === 0) return null
  const sinceStartMs = Number(await stepped.getAttribute('data-balai-first-step'))
  return (await page.evaluate(() => performance.timeOrigin)) + sinceStartMs
}
