import type { Page } from 'playwright-core'

const withinMs = 60_000
/** Threads that were ended, textures that were given back and code that was compiled have settled by then. */
const settleMs = 3000
const stepsMs = 1200

/** Walks by the mall's own search and its guide to a counter in the upper storey. */
export async function goUpstairs(page: Page): Promise<void> {
  await page.locator('.mall-search').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('searchbox').fill('pasang listrik')
  await sheet
    .getByRole('button', { name: /^Tunjukkan jalan ke Loket \d+, PLN/ })
    .first()
    .click()
  await page.locator('.way-bar').getByRole('button', { name: 'Antar saya' }).click()
  await page.locator('.mall-status', { hasText: 'Lantai 2' }).waitFor({ timeout: withinMs })
  await page.getByRole('heading', { name: /· PLN$/ }).waitFor({ timeout: withinMs })
  await page.keyboard.press('Escape')
}

/** To and fro, and then stands: what a walk keeps ready (pictures on their way to the screen) is there wherever one reads. */
export async function takeSteps(page: Page): Promise<void> {
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    await page.keyboard.down(key)
    await page.waitForTimeout(stepsMs)
    await page.keyboard.up(key)
  }
  await page.waitForTimeout(settleMs)
}

/** Goes by the mall's gate to another region's, while the page stays. */
export async function travelTo(page: Page, region: string): Promise<void> {
  await page.getByRole('button', { name: 'Pengaturan mal' }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByRole('button', { name: /^Mal daerah lain/ })
    .first()
    .click()
  await sheet
    .getByRole('button', { name: new RegExp(`^${region}`) })
    .first()
    .click()
  await page.locator('.mall-region', { hasText: region }).waitFor({ state: 'attached', timeout: withinMs })
  await page.locator('.mall-buttons').waitFor({ timeout: withinMs })
}
