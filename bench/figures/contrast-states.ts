import type { Page } from 'playwright-core'

/** One state of the citizen's page: `reach` brings it about from the one before. */
export type ContrastState = { readonly name: string; readonly reach: (visit: ContrastVisit) => Promise<void> }
export type ContrastVisit = {
  readonly page: Page
  readonly origin: string
  readonly language: 'id' | 'en'
}

const agency = '#instansi-disdukcapil'
const closeSheet = async ({ page }: ContrastVisit): Promise<void> => {
  await page.locator('dialog.sheet .sheet-head .icon-button').click()
  await page.locator('dialog.sheet').waitFor({ state: 'detached' })
}
const openMenu = async ({ page }: ContrastVisit): Promise<void> => {
  await page.locator('.mall-bar > .icon-button').last().click()
  await page.locator('dialog.sheet .settings').waitFor()
}
/** By its place in the menu: words are another language's in every second visit. */
const fromMenu = async (visit: ContrastVisit, entry: number, there: string): Promise<void> => {
  await openMenu(visit)
  await visit.page.locator('dialog.sheet .settings > button').nth(entry).click()
  await visit.page.locator(there).first().waitFor()
}

/** List, mall, and the choice of clothes, in the order of one visit. */
export const contrastStates: readonly ContrastState[] = [
  { name: 'regions', reach: async ({ page, origin, language }) => void (await page.goto(`${origin}/?bahasa=${language}`)) },
  { name: 'list', reach: async ({ page, origin, language }) => void (await page.goto(`${origin}/kukar?bahasa=${language}`)) },
  {
    name: 'an agency unfolded',
    async reach({ page }) {
      await page.locator(`${agency} > summary`).click()
      await page.locator(`${agency} .services a`).first().waitFor()
    },
  },
  {
    name: 'a counter',
    async reach({ page }) {
      await page.locator(`${agency} [data-counter]`).first().click()
      await page.locator('dialog.sheet .group').first().waitFor()
    },
  },
  {
    name: 'sign-in',
    async reach(visit) {
      await closeSheet(visit)
      await visit.page.locator(`${agency} [data-take]`).first().click()
      await visit.page.locator('#nik').waitFor()
    },
  },
  {
    name: 'found in the list',
    async reach(visit) {
      await closeSheet(visit)
      await visit.page.locator('#cari-teks').fill('ktp')
      await visit.page.locator('.results .result').first().waitFor()
    },
  },
  {
    name: 'nothing found',
    async reach({ page }) {
      await page.locator('#cari-teks').fill('zzz')
      await page.locator('.try-words').waitFor()
    },
  },
  {
    name: 'mall, first visit',
    async reach({ page, origin, language }) {
      await page.goto(`${origin}/kukar?mal=1&bahasa=${language}`)
      await page.locator('.mall-buttons').waitFor({ timeout: 40_000 })
      await page.locator('.hint-card').waitFor()
    },
  },
  {
    name: 'offered to choose clothes',
    async reach({ page }) {
      const stepped = page.locator('html[data-balai-first-step]')
      for (let i = 0; i < 40 && (await stepped.count()) === 0; i++) await page.keyboard.press('ArrowUp', { delay: 150 })
      await page.locator('.hint-card .button').waitFor()
    },
  },
  {
    name: 'clothes',
    async reach({ page }) {
      await page.locator('.hint-card .button').click()
      await page.locator('dialog.look-sheet .look-choice').first().waitFor()
    },
  },
  {
    name: 'find in the mall',
    async reach(visit) {
      await closeSheet(visit)
      await visit.page.locator('.mall-search').click()
      await visit.page.locator('dialog.sheet .find-row').first().waitFor()
    },
  },
  {
    name: 'found in the mall',
    async reach({ page }) {
      await page.locator('dialog.sheet [type=search]').fill('sim')
      await page.locator('dialog.sheet .find-row').nth(1).waitFor()
    },
  },
  {
    name: 'the way is shown',
    async reach({ page }) {
      await page.locator('dialog.sheet .find-row .button:not(.main)').first().click()
      await page.locator('.way-bar').waitFor()
    },
  },
  {
    name: 'plan',
    async reach({ page }) {
      await page.locator('.mall-buttons > .round').first().click()
      await page.locator('dialog.plan-sheet .plan').first().waitFor()
    },
  },
  {
    name: 'plan, large, its list unfolded',
    async reach({ page }) {
      await page.locator('dialog.plan-sheet .spread .button').first().click()
      for (const summary of await page.locator('dialog.plan-sheet summary').all()) await summary.click()
    },
  },
  {
    name: 'gestures',
    async reach(visit) {
      await closeSheet(visit)
      await visit.page.locator('.mall-buttons > .round').nth(1).click()
      await visit.page.locator('.gestures').waitFor()
    },
  },
  {
    name: 'settings',
    async reach(visit) {
      await visit.page.keyboard.press('Escape')
      await openMenu(visit)
    },
  },
  {
    name: 'other malls',
    async reach(visit) {
      await closeSheet(visit)
      await fromMenu(visit, 1, 'dialog.sheet .gate-province .region')
    },
  },
  {
    name: 'keys',
    async reach(visit) {
      await closeSheet(visit)
      await visit.page.keyboard.press('?')
      await visit.page.locator('dialog.sheet .keys').waitFor()
    },
  },
]
