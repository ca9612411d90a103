import type { Page } from 'playwright-core'
import { furtherStates } from './further-pages.ts'
import { madeUpCitizen, readCode } from './run-citizen.ts'
import { enterMall } from './run-browser.ts'

/** Three people's pages in front of one server: a citizen with a phone, an officer at a desk, the board on the wall. */
export type AxeStage = {
  readonly origin: string
  readonly citizen: Page
  readonly officer: Page
  readonly board: Page
  /** What the citizen's page complained of. */
  readonly problems: readonly string[]
  readonly officerAccount: { readonly username: string; readonly password: string }
}

/** A state of one page: `reach` brings it about from the state before. */
export type AxeState = {
  readonly name: string
  readonly page: 'citizen' | 'officer' | 'board'
  readonly reach: (stage: AxeStage) => Promise<void>
}

const { nik, phone } = madeUpCitizen(0)
/** The story plays at one agency, which has several counters and is the most visited one. */
const agency = 'disdukcapil'
const group = 'disdukcapil-identitas'

const closeSheet = (page: Page): Promise<void> => page.locator('dialog.sheet .sheet-head .icon-button').click()

/** One visit from the first page to the survey, with whom it meets on the way. The order is the story's: each state needs those before. */
export const axeStates: readonly AxeState[] = [
  { name: 'regions', page: 'citizen', reach: async ({ citizen, origin }) => void (await citizen.goto(`${origin}/`)) },
  {
    name: 'search without a script',
    page: 'citizen',
    reach: async ({ citizen, origin }) => void (await citizen.goto(`${origin}/kukar?cari=ktp`)),
  },
  {
    name: 'list in English',
    page: 'citizen',
    reach: async ({ citizen, origin }) => void (await citizen.goto(`${origin}/kukar?bahasa=en`)),
  },
  { name: 'list', page: 'citizen', reach: async ({ citizen, origin }) => void (await citizen.goto(`${origin}/kukar?bahasa=id`)) },
  {
    name: 'an agency unfolded',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator(`#instansi-${agency} > summary`).click()
      await citizen.locator(`#instansi-${agency} .services a`).first().waitFor()
    },
  },
  {
    name: 'a closed counter',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator(`#instansi-${agency} [data-counter]`).first().click()
      await citizen.locator('dialog.sheet .group').first().waitFor()
    },
  },
  {
    name: 'sign-in',
    page: 'citizen',
    async reach({ citizen }) {
      await closeSheet(citizen)
      await citizen.locator(`#instansi-${agency} [data-take="${group}"]`).click()
      await citizen.locator('#nik').waitFor()
    },
  },
  {
    name: 'sign-in refused',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('#nik').fill('1')
      await citizen.locator('#phone').fill(phone)
      await citizen.locator('dialog.sheet [type=submit]').click()
      await citizen.locator('dialog.sheet .notice').waitFor()
    },
  },
  {
    name: 'one-time code',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('#nik').fill(nik)
      await citizen.locator('dialog.sheet [type=submit]').click()
      await citizen.locator('#code').waitFor()
    },
  },
  {
    name: 'a ticket',
    page: 'citizen',
    async reach({ citizen, origin }) {
      const demoPage = await citizen.context().request.get(`${origin}/demo/kode`)
      await citizen.locator('#code').fill(readCode(await demoPage.text(), nik))
      await citizen.locator('dialog.sheet [type=submit]').click()
      await citizen.locator('dialog.sheet .paper-ticket').waitFor()
    },
  },
  {
    name: 'give the ticket up?',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('dialog.sheet .button.danger').click()
      await citizen.locator('dialog.sheet .row.two').waitFor()
    },
  },
  {
    name: 'account',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('dialog.sheet .row.two .button:not(.danger)').click()
      await closeSheet(citizen)
      await citizen.locator('#slot-account button').click()
      await citizen.locator('dialog.sheet .facts').waitFor()
    },
  },
  {
    name: 'mall',
    page: 'citizen',
    async reach({ citizen, problems }) {
      await closeSheet(citizen)
      await enterMall(citizen, problems)
    },
  },
  {
    name: 'find a counter in the mall',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('.mall-search').click()
      await citizen.locator('dialog.sheet .find-row').first().waitFor()
    },
  },
  {
    name: 'the way to a counter',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('dialog.sheet .find-row .button:not(.main)').first().click()
      await citizen.locator('.way-bar').waitFor()
    },
  },
  {
    name: 'plan of the mall, unfolded',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('.mall-buttons > .round').first().click()
      await citizen.locator('dialog.plan-sheet summary').first().click()
      await citizen.locator('dialog.plan-sheet .spread .button').first().click()
    },
  },
  {
    name: 'gestures',
    page: 'citizen',
    async reach({ citizen }) {
      await closeSheet(citizen)
      await citizen.locator('.mall-buttons > .round').nth(1).click()
      await citizen.locator('.gestures').waitFor()
    },
  },
  {
    name: 'settings of the mall',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.keyboard.press('Escape')
      await citizen.locator('.mall-bar > .icon-button').last().click()
      await citizen.locator('dialog.sheet .settings').waitFor()
    },
  },
  {
    name: 'clothes',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('dialog.sheet .settings > button').first().click()
      await citizen.locator('dialog.look-sheet .look-choice').first().waitFor()
    },
  },
  {
    name: 'keys of the mall',
    page: 'citizen',
    async reach({ citizen }) {
      await closeSheet(citizen)
      await citizen.keyboard.press('?')
      await citizen.locator('dialog.sheet .keys').waitFor()
    },
  },
  {
    name: 'malls of other regions',
    page: 'citizen',
    async reach({ citizen }) {
      await closeSheet(citizen)
      await citizen.locator('.mall-bar > .icon-button').last().click()
      await citizen.locator('dialog.sheet .settings > button').nth(1).click()
      await citizen.locator('dialog.sheet .gate-province').first().waitFor()
    },
  },
  { name: 'officer signs in', page: 'officer', reach: ({ officer }) => officer.locator('#username').waitFor() },
  {
    name: 'officer refused',
    page: 'officer',
    async reach({ officer, officerAccount }) {
      await officer.locator('#username').fill(officerAccount.username)
      await officer.locator('#password').fill('tidak benar')
      await officer.locator('form [type=submit]').click()
      await officer.locator('[role=alert]').first().waitFor()
    },
  },
  {
    name: 'officer chooses a counter',
    page: 'officer',
    async reach({ officer, officerAccount }) {
      await officer.locator('#password').fill(officerAccount.password)
      await officer.locator('form [type=submit]').click()
      await officer.locator('#find-region').selectOption('kukar')
    },
  },
  {
    name: 'officer with a queue',
    page: 'officer',
    async reach({ officer }) {
      await officer.locator('#find-counter').fill(agency)
      await officer.locator('.counter-row').first().click()
      await officer.locator('.queue-row').first().waitFor()
    },
  },
  { name: 'board, nobody called', page: 'board', reach: async ({ board, origin }) => void (await board.goto(`${origin}/papan/kukar`)) },
  {
    name: 'officer has called',
    page: 'officer',
    async reach({ officer }) {
      await officer.locator('.queue .key-button').first().click()
      await officer.locator('.ticket-head.is-called').waitFor()
    },
  },
  { name: 'board, a number called', page: 'board', reach: ({ board }) => board.locator('.call-card .call-label').waitFor() },
  {
    name: 'called while in the mall',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.keyboard.press('Escape')
      await citizen.locator('.called').waitFor()
    },
  },
  {
    name: 'called, in the list',
    page: 'citizen',
    async reach({ citizen }) {
      await citizen.locator('.dock a[data-skin="list"]').click()
      await citizen.locator('#daftar').waitFor()
    },
  },
  {
    name: 'officer serves',
    page: 'officer',
    async reach({ officer }) {
      await officer.locator('.ticket-steps .key-button').nth(2).click()
      await officer.locator('.ticket-head:not(.is-called)').waitFor()
    },
  },
  {
    name: 'survey',
    page: 'citizen',
    async reach({ officer, citizen }) {
      await officer.locator('.ticket-steps .key-button').nth(3).click()
      await officer.locator('.ticket-head').waitFor({ state: 'detached' })
      // It opens by itself when the service is done.
      await citizen.locator('dialog.survey-sheet').waitFor()
    },
  },
  { name: 'board chooses a region', page: 'board', reach: async ({ board, origin }) => void (await board.goto(`${origin}/papan`)) },
  ...furtherStates.map(({ name, as, reach }): AxeState => {
    // No citizen is signed in at the board's browser.
    const page = as === 'anybody' ? 'board' : as
    return { name, page, reach: (stage) => reach({ page: stage[page], origin: stage.origin }) }
  }),
]
