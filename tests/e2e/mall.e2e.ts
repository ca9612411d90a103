import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Caller, createCaller } from '../../bench/figures/run-caller.ts'
import { signInCitizen } from '../../bench/figures/run-citizen.ts'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { type Person, sees } from './people.ts'

// What the mall's own buttons do, each from a first visit.
const counter = 'kukar.loket-01'
let server: RunServer
let browser: Browser
let caller: Caller
let citizens = 0
const people: Person[] = []

beforeAll(async () => {
  server = await startRunServer()
  browser = await launchBrowser()
  caller = createCaller(() => server.port)
})
afterAll(async () => {
  await browser?.close()
  caller?.close()
  await server?.stop()
})
afterEach(async () => {
  for (const { context, problems } of people.splice(0)) {
    await context.close()
    expect(problems).toEqual([])
  }
})

/** Somebody new who stands in Kukar's mall: on a phone, or at a desk with a keyboard. */
async function enter(device: 'phone' | 'desk', cookie?: string, timezoneId?: string): Promise<Person> {
  const isPhone = device === 'phone'
  const context = await browser.newContext({
    viewport: isPhone ? { width: 360, height: 740 } : { width: 1366, height: 768 },
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: 'id-ID',
    timezoneId,
  })
  context.setDefaultTimeout(30_000)
  const [name, value] = cookie?.split(/=(.*)/s) ?? []
  if (name !== undefined) await context.addCookies([{ name, value, url: server.origin }])
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  const person = { page, context, problems }
  people.push(person)
  await page.goto(`${server.origin}/kukar?mal=1`)
  await page.locator('.mall-buttons').waitFor({ timeout: 60_000 })
  return person
}
const inSheet = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('button', { name }).first()

it('one notice at a time, clear of search, stick and avatar; its button and Escape close it, and it is read aloud politely', async () => {
  const { page } = await enter('phone')
  const notice = page.locator('.mall-notice')
  const boxOf = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.getByRole('status').filter({ hasText: 'Ketuk lantai untuk berjalan, atau cari' }).waitFor()
  expect(await notice.count()).toBe(1)
  const [box, search, stick] = [await boxOf('.mall-notice'), await boxOf('.mall-search'), await boxOf('.joystick')]
  expect(box.y).toBeGreaterThanOrEqual(search.y + search.height)
  // The avatar stands in the middle.
  expect(box.y + box.height).toBeLessThan(Math.min(stick.y, 740 / 3))
  await notice.getByRole('button', { name: 'Tutup petunjuk' }).tap()
  await notice.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('mall-scene')
  await page.getByRole('button', { name: 'Isyarat', exact: true }).tap()
  await page.getByRole('button', { name: 'Melambai' }).first().tap()
  await notice.getByText('Anda: Melambai').waitFor()
  expect(await notice.count()).toBe(1)
  await page.keyboard.press('Escape')
  await notice.waitFor({ state: 'detached' })
})

it('search: two taps from anywhere in the mall to the sheet of a counter, open before the avatar has come there', async () => {
  const { page } = await enter('phone')
  await page.locator('.mall-search').tap()
  await inSheet(page, /^Langsung ke loket \(Loket 1, Disdukcapil\)$/).tap()
  await page.getByRole('heading', { name: 'Loket 1 · Disdukcapil' }).waitFor()
  // It walks there meanwhile, which takes a while.
  expect(await page.locator('.mall-status', { hasText: 'Loket 1' }).count()).toBe(0)
})

it('the way to a counter upstairs is drawn, walked on demand, and ends where its sheet opens', async () => {
  const person = await enter('phone')
  const { page } = person
  await page.locator('.mall-search').tap()
  await page.getByRole('dialog').getByRole('searchbox').fill('pasang listrik')
  await inSheet(page, /^Tunjukkan jalan ke Loket \d+, PLN/).tap()
  await sees(person, /^Jalan ke Loket \d+ digambar di lantai$/)
  const way = page.locator('.way-bar')
  expect(await way.textContent()).toContain('Lantai 2')
  await way.getByRole('button', { name: 'Antar saya' }).tap()
  await page.locator('.mall-status', { hasText: 'Lantai 2' }).waitFor({ timeout: 60_000 })
  await page.getByRole('heading', { name: /· PLN$/ }).waitFor({ timeout: 60_000 })
  expect(await way.count()).toBe(0)
})

it('who is called is shown the way; the ticket shows it before that', async () => {
  const { cookie } = await signInCitizen(caller, citizens++)
  const officer = (await caller.call('POST', '/api/officer/session', { body: server.bootstrap })).setCookie ?? ''
  expect((await caller.call('POST', `/api/officer/counters/${counter}/open`, { cookie: officer })).status).toBe(200)
  const body = { region: 'kukar', group: 'disdukcapil-identitas', service: null }
  expect((await caller.call('POST', '/api/tickets', { cookie, key: randomUUID(), body })).status).toBe(201)
  // Far from the office: the ticket tells the office's time.
  const { page } = await enter('phone', cookie, 'Asia/Tokyo')
  const way = page.locator('.way-bar', { hasText: 'Loket 1' })
  await page.locator('.chip').tap()
  await page.getByText(/^Diambil pukul \d\d\.\d\d\sWITA$/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Tunjukkan jalan' }).tap()
  await way.waitFor()
  await page.getByRole('button', { name: 'Hapus jalan' }).tap()
  await way.waitFor({ state: 'detached' })
  expect((await caller.call('POST', `/api/officer/counters/${counter}/next`, { cookie: officer, key: randomUUID() })).status).toBe(200)
  await page.locator('.called').waitFor()
  await way.waitFor()
})

it('the plan by keyboard alone: to the way to other malls, through it and back, with the number kept', async () => {
  const { cookie } = await signInCitizen(caller, citizens++)
  const body = { region: 'kukar', group: 'disdukcapil-identitas', service: null }
  expect((await caller.call('POST', '/api/tickets', { cookie, key: randomUUID(), body })).status).toBe(201)
  const { page } = await enter('desk', cookie)
  const chip = page.locator('.chip .number')
  const number = await chip.textContent()
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
  await page.keyboard.press('m')
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  const tabTo = async (words: RegExp): Promise<void> => {
    for (let i = 0; i < 120 && !words.test(await focused()); i++) await page.keyboard.press('Tab')
    expect(await focused()).toMatch(words)
  }
  await page.locator('dialog.plan-sheet .plan').first().waitFor()
  await tabTo(/^Ruang dan fasilitas/)
  await page.keyboard.press('Enter')
  await tabTo(/^Tunjukkan jalan ke Mal daerah lain/)
  await page.keyboard.press('Enter')
  await page.locator('.way-bar').waitFor()
  await tabTo(/^Antar saya$/)
  await page.keyboard.press('Enter')

  await page.getByRole('dialog').getByRole('heading', { name: 'Mal daerah lain' }).waitFor({ timeout: 60_000 })
  const go = async (region: string, slug: string): Promise<void> => {
    await inSheet(page, new RegExp(`^${region}`)).click()
    await page.locator('.mall-region', { hasText: region }).waitFor()
    await page.locator('.mall-buttons').waitFor({ timeout: 60_000 })
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${slug}`)
    expect(await chip.textContent()).toBe(number)
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
  }
  await go('Kota Kendari', 'kendari')
  expect(await page.locator('#page').getAttribute('class')).toContain('theme-kendari')
  await page.getByRole('button', { name: 'Pengaturan mal' }).click()
  await inSheet(page, /^Mal daerah lain/).click()
  await go('Kutai Kartanegara', 'kukar')
})

it('a greeting of one is seen by another', async () => {
  const [speaker, viewer] = [await enter('desk'), await enter('desk')]
  // The start is in sight of both; a hall in which nobody moves is drawn once.
  const picture = async (): Promise<string> => (await viewer.page.locator('.mall-scene').screenshot()).toString('base64')
  let before = ''
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await picture()]
        before = now
        return now === last
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true)
  // It stands over a head for four seconds; a machine that is busy takes pictures more seldom, so it is said again.
  const sayHello = async (): Promise<void> => {
    await speaker.page.keyboard.press('e')
    await speaker.page.getByRole('group', { name: 'Isyarat dan sapaan' }).waitFor()
    await speaker.page.keyboard.press('5')
    await sees(speaker, 'Anda: Halo')
    await speaker.page.keyboard.press('Escape')
  }
  await expect
    .poll(
      async () => {
        await sayHello()
        return (await picture()) === before
      },
      { timeout: 30_000, interval: 1200 },
    )
    .toBe(false)
})
