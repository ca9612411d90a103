import type { Page } from 'playwright-core'

/**
 * Signs in through the page's own sheet, on the region's list; the one-time code is read where the demonstration shows it. The page stands still
 * afterwards and may be left: the sheet has taken back its own step of the history, which is a navigation that would break off the next one.
 */
export async function signInAtList(page: Page, origin: string, serial: number): Promise<void> {
  const tail = String(serial).padStart(4, '0')
  await page.goto(`${origin}/kukar`)
  await page.locator('.account').tap()
  await page.locator('dialog .button.main').tap()
  await page.locator('#nik').fill(`640201010580${tail}`)
  await page.locator('#phone').fill(`08125550${tail}`)
  await page.locator('dialog button[type=submit]').tap()
  await page.locator('#code').waitFor()
  const demo = await (await page.context().request.get(`${origin}/demo/kode`)).text()
  const code = /\b(\d{6})\b/.exec(demo.replace(/<style[\s\S]*?<\/style>/g, ''))?.[1] ?? ''
  await page.locator('#code').fill(code)
  await page.locator('dialog button[type=submit]').tap()
  await page.locator('.account.is-in').waitFor()
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction(() => (history.state as { layer?: number } | null)?.layer === undefined)
}
