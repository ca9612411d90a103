import type { BrowserContext, Page } from 'playwright-core'
import type { StandardResponse } from '../../game/api/index.ts'
import type { Measurement } from '../figures/figure.ts'
import { launchBrowser, phoneContext } from '../figures/run-browser.ts'
import { startRunServer } from '../figures/run-server.ts'
import { addPapers, answerQuestions, declareAndSend } from './fill-case.ts'
import { signInAtList } from './sign-in.ts'

/** The case from before, whose papers and answers are known. */
const earlier = 'kk-pisah'
/** The case that is counted: written out in full, with a question of its own. */
const counted = { agency: 'disdukcapil', service: 'kk-hilang', choice: /rusak/i, digits: '6402010105800001' }
/** Nobody taps more often without going away. */
const mostTaps = 40

/**
 * Taps of a thumb from the list to a case that the server has, where papers and answers are kept from an earlier case. The page itself counts the
 * pointers that come down on it; what is typed after a tap costs nothing more. n: cases.
 */
export async function measureCaseTaps(): Promise<Measurement> {
  const server = await startRunServer()
  const browser = await launchBrowser()
  try {
    const context = await phoneContext(browser)
    const page = await context.newPage()
    await signInAtList(page, server.origin, 1)
    await sendEarlier(page, server.origin, context)
    await countTaps(context)
    await page.goto(`${server.origin}/kukar`)
    await page.locator('.account.is-in').waitFor()
    await walk(page)
    await page.locator('.case-done').waitFor({ timeout: 30_000 })
    const taps = await page.evaluate(() => Number(sessionStorage.getItem('balai-taps')))
    return { value: taps, n: 1 }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function sendEarlier(page: Page, origin: string, context: BrowserContext): Promise<void> {
  const standard: StandardResponse = await (await context.request.get(`${origin}/api/regions/kukar/services/${earlier}/standard`)).json()
  await page.goto(`${origin}/ajukan/kukar/${earlier}`)
  await page.locator('.case-next').waitFor()
  await answerQuestions(page, standard)
  await addPapers(page)
  await page.locator('.case-next').click()
  await declareAndSend(page)
  await page.locator('.case-done').waitFor({ timeout: 30_000 })
}

/** Kept over the pages of one tab. */
function countTaps(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    window.addEventListener(
      'pointerdown',
      () => sessionStorage.setItem('balai-taps', String(Number(sessionStorage.getItem('balai-taps')) + 1)),
      { capture: true },
    )
  })
}

/** What a thumb does that knows where it is going. */
async function walk(page: Page): Promise<void> {
  await page.locator(`#instansi-${counted.agency} > summary`).tap()
  await page.locator(`a[href="?layanan=${counted.service}"]`).tap()
  await page.locator(`a[href$="/ajukan/kukar/${counted.service}"]`).tap()
  await page.locator('.case-next').waitFor()
  for (let taps = 0; taps < mostTaps && (await page.locator('.case-way').count()) === 0; taps++) await tapOnce(page)
}

/** The one thing that the screen asks for now: an open question (whose typing is free), a tick, or the button to the next. */
async function tapOnce(page: Page): Promise<void> {
  for (const box of await page.locator('.case-choices').all()) {
    if ((await box.locator('.is-chosen').count()) > 0) continue
    await box.locator('.case-choice', { hasText: counted.choice }).tap()
    return
  }
  for (const input of await page.locator('.case-field > input').all()) {
    if ((await input.inputValue()) !== '') continue
    await input.tap()
    await page.keyboard.type((await input.getAttribute('inputmode')) === 'numeric' ? counted.digits : 'Siti Aminah')
    return
  }
  const tick = page.locator('.case-tick:not(.is-chosen)')
  if ((await tick.count()) > 0) {
    await tick.first().tap()
    return
  }
  const before = await page.locator('.case .progress').textContent()
  await page.locator('.case-next').tap()
  await page.waitForFunction((text) => document.querySelector('.case .progress')?.textContent !== text, before)
}
