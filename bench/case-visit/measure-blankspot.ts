import type { Page } from 'playwright-core'
import type { StandardResponse } from '../../game/api/index.ts'
import { openSlowWire, type SlowWire } from '../browser/slow-wire.ts'
import type { Measurement } from '../figures/figure.ts'
import { launchBrowser, phoneContext } from '../figures/run-browser.ts'
import { startRunServer } from '../figures/run-server.ts'
import { addPapers, answerQuestions, declareAndSend } from './fill-case.ts'
import { signInAtList } from './sign-in.ts'

/** Three papers: card, register of the family, and the paper of its very reason. */
const service = 'kk-pisah'
const answers = { sebab: 'kawin' }
/** The line where one signs in, and the line of the windows. */
const lines = { home: { kbitPerS: Number.POSITIVE_INFINITY, rttMs: 0 }, weak: { kbitPerS: 100, rttMs: 200 } }
const windowMs = 20_000
const windows = 2
const gapMs = 4000
const mostWindows = 4
const paperBytes = { least: 130_000, most: 150_000 }

/**
 * A case with three photographs is filled in where there is no signal; then there is signal twice, for 20 s at 100 kbit/s. What left the phone from the
 * first moment of signal until the server has the case, over what the papers weigh, less one; each window more that it needs counts as a whole one. n: papers.
 */
export async function measureBlankspot(): Promise<Measurement> {
  const server = await startRunServer()
  const wire = await openSlowWire(server.port, lines.home)
  const browser = await launchBrowser()
  try {
    const context = await phoneContext(browser)
    const page = await context.newPage()
    await signInAtList(page, wire.origin, 1)
    const standard: StandardResponse = await (
      await context.request.get(`${wire.origin}/api/regions/kukar/services/${service}/standard`)
    ).json()
    await page.goto(`${wire.origin}/ajukan/kukar/${service}`)
    await page.locator('.case-next').waitFor()
    await page.waitForFunction(async () => Boolean(await caches.match(location.pathname)))
    await context.setOffline(true)
    wire.cut()
    await answerQuestions(page, standard, answers)
    const count = await addPapers(page)
    await page.locator('.case-next').click()
    await declareAndSend(page)
    const weights = await keptPictures(page)
    const isFair = weights.length === count && weights.every((bytes) => bytes >= paperBytes.least && bytes <= paperBytes.most)
    if (!isFair) throw new Error(`the papers must weigh 140 ± 10 kB each; they weigh ${weights.join(', ')}`)
    wire.setLine(lines.weak)
    wire.countFromHere()
    const needed = await windowsNeeded(page, wire)
    const sum = weights.reduce((all, bytes) => all + bytes, 0)
    return { value: wire.upBytes() / sum - 1 + Math.max(0, needed - windows), n: count }
  } finally {
    await browser.close()
    await wire.close()
    await server.stop()
  }
}

/** Signal comes and goes until the server has the case. @returns one more than there were when it has not arrived by then */
async function windowsNeeded(page: Page, wire: SlowWire): Promise<number> {
  for (let window = 1; window <= mostWindows; window++) {
    wire.open()
    await page.context().setOffline(false)
    const isDone = await page
      .locator('.case-done')
      .waitFor({ timeout: windowMs })
      .then(() => true)
      .catch(() => false)
    if (isDone) return window
    await page.context().setOffline(true)
    wire.cut()
    await page.waitForTimeout(gapMs)
  }
  return mostWindows + 1
}

/** What the photographs weigh that the page keeps sealed: GCM adds 16 bytes to each. */
function keptPictures(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const opened = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const database = await opened(indexedDB.open('balai-case'))
    const rows: { bytes: ArrayBuffer }[] = await opened(
      database.transaction('sealed').objectStore('sealed').getAll(IDBKeyRange.bound('picture/', 'picture/\uffff')),
    )
    database.close()
    return rows.map((row) => row.bytes.byteLength - 16)
  })
}
