import type { Page } from 'playwright-core'
import type { Measurement } from './figure.ts'
import { launchBrowser, openPage } from './run-browser.ts'
import { openRunCounter } from './run-counter.ts'
import { startRunServer } from './run-server.ts'

const region = 'kukar'
const counter = 'kukar.loket-01'
const wings = ['kependudukan', 'pajak', 'kesehatan', 'usaha', 'sosial', 'perbankan'] as const
/** Nobody touches more often without going away. */
const mostTouches = 12
const answerWithinMs = 1500

/** A way through the kiosk: what is touched on each screen, by the class that the screen bears. */
type Way = Readonly<Record<string, string>>

/** Who comes from one wing by another touches these; a number is never more than the last of them. */
const wayBy = (wing: string): Way => ({
  'at-start': '.start-tile',
  'at-wings': `.wing-tile.wing-${wing}`,
  'at-lines': '.line-tile:not(.is-barred)',
  'at-services': '.service-tile',
})
/** What is taken often stands ready; and whoever may go first says so with one touch more. */
const oftenWithPriority: Way = {
  ...wayBy('kependudukan'),
  'at-wings': '.frequent .line-tile',
  'at-services': '.priority-reason[aria-pressed=false]',
}

/**
 * The most touches from the start screen to the number, over one way for each wing and one by what is taken often, with a priority. The
 * page itself counts the pointers that come down on it. n: ways.
 */
export async function measureKioskTouches(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  try {
    const desk = await openRunCounter(server, { region, counter })
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'id-ID' })
    const { page } = await openPage(context, server.origin + desk.kioskPath)
    await page.locator('.start-tile').first().waitFor()
    const touches: number[] = []
    for (const way of [...wings.map(wayBy), oftenWithPriority]) {
      touches.push(await walk(page, way))
      await page.locator('.kiosk-foot .button.main').tap()
      await page.locator('.kiosk.at-start').waitFor()
    }
    desk.close()
    return { value: Math.max(...touches), n: touches.length }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Touches until a number is shown. @returns how often a pointer came down; as many as anybody tries when none was shown */
async function walk(page: Page, way: Way): Promise<number> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { balaiTouches: number; balaiCounts?: true }
    counted.balaiTouches = 0
    if (counted.balaiCounts) return
    counted.balaiCounts = true
    window.addEventListener('pointerdown', () => void counted.balaiTouches++, { capture: true })
  })
  let isPriorityGiven = false
  for (let tried = 0; tried < mostTouches; tried++) {
    const screen = /at-[a-z]+/.exec((await page.locator('.kiosk').getAttribute('class')) ?? '')?.[0] ?? ''
    if (screen === 'at-number') break
    const target = isPriorityGiven && screen === 'at-services' ? '.service-tile' : way[screen]
    if (target === undefined) throw new Error(`nobody knows what to touch on the screen "${screen}"`)
    await page.locator(target).first().tap()
    if (target.startsWith('.priority')) isPriorityGiven = true
    else
      await page
        .locator(`.kiosk:not(.${screen}):not(.at-taking)`)
        .waitFor({ timeout: answerWithinMs })
        .catch(() => undefined)
  }
  return page.evaluate(() => (globalThis as unknown as { balaiTouches: number }).balaiTouches)
}
