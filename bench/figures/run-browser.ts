import { CodedError } from '@balai/engine/core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import type { FigureErrorCode } from './figure.ts'

/** Chromium without a window that talks to nobody but the server it is given. Close it. @throws CodedError `no-browser` */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChrome()
  if (executablePath === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  return chromium.launch({ executablePath, args: [...chromeFlags] })
}

/** A cheap Android phone, 360 × 740 points, with nothing kept from before. `pixelRatio` 1 spares a machine that draws without a GPU. */
export function phoneContext(browser: Browser, options: { pixelRatio?: number } = {}): Promise<BrowserContext> {
  const deviceScaleFactor = options.pixelRatio ?? 2
  return browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor, isMobile: true, hasTouch: true, locale: 'id-ID' })
}

/** A page whose errors are kept: nothing else would say why a mall did not open. */
export async function openPage(context: BrowserContext, address: string): Promise<{ page: Page; problems: string[] }> {
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(address)
  return { page, problems }
}

/** Follows "Masuk mal" and waits until one can walk. @throws Error with what the page complained of */
export async function enterMall(page: Page, problems: readonly string[]): Promise<void> {
  await page.locator('a[data-skin="mall"]', { hasText: 'Masuk mal' }).first().click()
  try {
    await page.locator('.mall .mall-buttons').waitFor({ timeout: 30_000 })
  } catch {
    const notice = await page
      .locator('#slot-notice')
      .textContent({ timeout: 1000 })
      .catch(() => '')
    throw new Error(`the mall did not open within 30 s: ${[notice, ...problems].join('; ')}`)
  }
}
