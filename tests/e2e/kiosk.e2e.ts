import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRunCounter, type RunCounter } from '../../bench/figures/run-counter.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'

// One story in order: the kiosk that is paired first is the one that is used after.
const shots = process.env.BALAI_SHOTS
let server: RunServer
let desk: RunCounter
let browser: Browser
let context: BrowserContext
let page: Page
let code = ''

beforeAll(async () => {
  server = await startRunServer()
  desk = await openRunCounter(server, { region: 'kukar', counter: 'kukar.loket-01' })
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: [...chromeFlags] })
  context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'id-ID' })
  context.setDefaultTimeout(30_000)
  page = await context.newPage()
  // The printer: what would have been printed is counted.
  await page.addInitScript(() => {
    const printed = globalThis as unknown as { balaiPrints: number }
    printed.balaiPrints = 0
    window.print = () => void printed.balaiPrints++
  })
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
  await server?.stop()
})

const prints = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { balaiPrints: number }).balaiPrints)
const label = (): Promise<string | null> => page.locator('.big-label').textContent()
const shot = async (name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `kiosk-${name}.png`) })
}
async function openServices(): Promise<void> {
  await page.getByRole('button', { name: /Ambil nomor/ }).tap()
  await page
    .getByRole('button', { name: /^KTP dan KIA/ })
    .first()
    .tap()
}

it('says how an officer pairs it, until one does; the key leaves the address', async () => {
  await page.goto(`${server.origin}/kiosk?wilayah=kukar`)
  await page.getByRole('heading', { name: 'Kios ini belum dapat dipakai' }).waitFor()
  await page.goto(server.origin + desk.kioskPath.replace('#', '&cetak=1#'))
  await page.getByRole('heading', { name: 'Ambil nomor antrean di sini' }).waitFor()
  expect(page.url()).toBe(`${server.origin}/kiosk?wilayah=kukar&cetak=1`)
  await page.reload()
  await page.getByRole('heading', { name: 'Ambil nomor antrean di sini' }).waitFor()
  await shot('start')
})

it('gives a number with a priority, prints it by itself, on one slip of 80 mm', async () => {
  await openServices()
  await page.getByRole('button', { name: 'Lansia', exact: true }).tap()
  await shot('services')
  await page.getByRole('button', { name: /KTP-el hilang/ }).tap()
  await page.locator('.big-label').waitFor()
  expect(await label()).toBe('A-001')
  await page.getByText('Didahulukan: Lansia').waitFor()
  expect(await prints()).toBe(1)
  code = ((await page.locator('.along-code strong').textContent()) ?? '').replace(' ', '')
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width] = /\/MediaBox\s*\[0 0 ([\d.]+)/.exec(paper) ?? []
  expect((Number(width) / 72) * 25.4).toBeCloseTo(80, 0)
  await shot('number')
})

it('gives one number over a lost network and a reload, and says so at once', async () => {
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await openServices()
  // The server hears the wish; its answer is lost on the way.
  const lost = '**/api/kiosk/tickets'
  await page.route(lost, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: /KTP-el pertama/ }).tap()
  await page.getByRole('heading', { name: 'Jaringan terputus' }).waitFor()
  await shot('lost')
  await page.reload()
  await page.getByRole('heading', { name: 'Jaringan terputus' }).waitFor()
  await page.unroute(lost)
  await page.locator('.big-label').waitFor()
  expect(await label()).toBe('A-002')
  const queue = (await (await context.request.get(`${server.origin}/api/regions/kukar/queue`)).json()) as {
    groups: { group: string; waiting: number }[]
  }
  expect(queue.groups.find(({ group }) => group === 'disdukcapil-identitas')?.waiting).toBe(2)
})

it('opens the first number again by its code: the same one, with where it is called', async () => {
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await desk.callNext()
  await page.getByRole('button', { name: /Punya kode tiket/ }).tap()
  await page.locator('.code-typed').waitFor()
  // What is refused is said in the language on the screen, whatever was once chosen in this browser.
  await context.addCookies([{ name: 'bahasa', value: 'en', url: server.origin }])
  await page.keyboard.type('22222222')
  await page.getByText('Kode 22222222 tidak ditemukan.').waitFor()
  for (let i = 0; i < 8; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type(code.toLowerCase())
  await page.locator('.big-ticket.is-called').waitFor()
  expect(await label()).toBe('A-001')
  await page.getByText('Silakan ke loket 1.').first().waitFor()
  const before = await prints()
  await page.getByRole('button', { name: 'Cetak' }).tap()
  expect(await prints()).toBe(before + 1)
  await shot('called')
})

it('shows a closed line with its reason, and gives no number there', async () => {
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await desk.post('/api/officer/lines/disdukcapil-akta/close', { reason: 'blanko habis', until: null })
  await page.getByRole('button', { name: /Take a number/ }).tap()
  await page.getByRole('button', { name: /^Population and law/ }).tap()
  const closed = page.getByRole('button', { name: /^Civil certificates/ })
  await closed.getByText('Closed: blanko habis').waitFor()
  expect(await closed.getAttribute('aria-disabled')).toBe('true')
  await closed.tap({ force: true })
  await page.getByRole('heading', { name: 'Population and law' }).waitFor()
  await shot('closed')
})

it('forgets a key that the server does not know, and says how to pair it', async () => {
  await page.evaluate(() => localStorage.setItem('balai.kiosk.key.kukar', 'not-a-key'))
  await page.reload()
  await openServices()
  await page.getByRole('button', { name: /KTP-el pertama/ }).tap()
  await page.getByRole('heading', { name: 'Kios ini belum dapat dipakai' }).waitFor()
  expect(await page.evaluate(() => localStorage.getItem('balai.kiosk.key.kukar'))).toBeNull()
})

it('is back at the start by itself, and stays while somebody says so', async () => {
  await page.clock.install()
  await page.goto(server.origin + desk.kioskPath)
  await openServices()
  await page.getByRole('button', { name: /KTP-el pertama/ }).tap()
  await page.locator('.big-label').waitFor()
  await page.clock.runFor(25_000)
  await page.getByRole('button', { name: 'Saya masih di sini' }).tap()
  await page.clock.runFor(25_000)
  expect(await page.locator('.big-label').count()).toBe(1)
  await page.clock.runFor(6_000)
  await page.getByRole('heading', { name: 'Ambil nomor antrean di sini' }).waitFor()
})
