import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRunCounter, type RunCounter } from '../../bench/figures/run-counter.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'

// One story in order.
const shots = process.env.BALAI_SHOTS
const line = 'disdukcapil-identitas'
let server: RunServer
let desk: RunCounter
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await startRunServer()
  desk = await openRunCounter(server, { region: 'kukar', counter: 'kukar.loket-01' })
  for (const key of ['board-0001', 'board-0002']) await desk.take(line, key)
  browser = await chromium.launch({
    executablePath: findChrome() ?? undefined,
    args: [...chromeFlags, '--autoplay-policy=no-user-gesture-required'],
  })
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'id-ID' })
  context.setDefaultTimeout(30_000)
  page = await context.newPage()
  await page.goto(`${server.origin}/papan/kukar`)
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
  await server?.stop()
})

const large = () => page.locator('.call-card .call-label')
const shot = async (name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `board-${name}.png`) })
}

it('calls with the recorded voice where the browser has none', async () => {
  // Without a voice of its own, whatever this machine has.
  await page.evaluate(() => {
    window.speechSynthesis.getVoices = () => []
  })
  const voice = page.waitForResponse((answer) => answer.url().endsWith('.mp3') && answer.ok())
  await page.getByRole('button', { name: 'Aktifkan suara' }).click()
  await voice
  await page.getByText('dipakai suara rekaman').waitFor()
})

it('shows a call large, and the same call again as that', async () => {
  const { label, ticket } = await desk.callNext()
  await large().getByText(label, { exact: true }).waitFor()
  await page.locator('.call-title').getByText('Nomor antrean', { exact: true }).waitFor()
  await page.locator('.serving-row.is-new').getByText(label).waitFor()
  await shot('called')
  await expect
    .poll(
      () =>
        desk
          .act(ticket, 'recall')
          .then(() => true)
          .catch(() => false),
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(true)
  await page.locator('.call-title').getByText('Panggilan ulang').waitFor()
  await desk.act(ticket, 'skip')
})

it('says that a counter pauses and a line is closed, each with its reason', async () => {
  await desk.post('/api/officer/counters/kukar.loket-01/pause', { reason: 'istirahat' })
  await page.locator('.serving-row.is-paused').getByText('istirahat').waitFor()
  await desk.post('/api/officer/lines/disdukcapil-akta/close', { reason: 'blanko habis', until: null })
  await page.locator('.board-note.is-closed').getByText('blanko habis').waitFor()
  await shot('paused')
})

it('keeps the last state over a lost network, with the time, and catches up', async () => {
  await context.setOffline(true)
  await page.getByText(/Sambungan terputus sejak pukul \d\d\.\d\d/).waitFor()
  expect(await large().textContent()).toBe('A-001')
  await shot('lost')
  await desk.post('/api/officer/counters/kukar.loket-01/pause', { reason: null })
  const { label } = await desk.callNext()
  await context.setOffline(false)
  await large().getByText(label, { exact: true }).waitFor()
  await page.getByText(/Sambungan terputus/).waitFor({ state: 'detached' })
})

it('fits a telephone', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await shot('phone')
})
