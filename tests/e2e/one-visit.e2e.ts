import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, openCounter, type Person, sees, signIn, takeNumber } from './people.ts'

// One story in order: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
let server: RunServer
let browser: Browser
let siti: Person
let budi: Person
let officer: Person
let board: Person

beforeAll(async () => {
  server = await startRunServer()
  browser = await chromium.launch({
    executablePath: findChrome() ?? undefined,
    args: [
      ...chromeFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const shot = async (person: Person, name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await person.page.screenshot({ path: join(shots, `${name}.png`) })
}

it('a citizen finds a service in the list, signs in and takes number 1', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.getByRole('searchbox').fill('ktp hilang')
  await siti.page.keyboard.press('Enter')
  await shot(siti, 'siti-1-search')
  await takeNumber(siti)
  await signIn(siti, server.origin, 1)
  await sees(siti, 'A-001')
  await shot(siti, 'siti-2-ticket')
})

it('another walks the mall to the same counter and takes number 2 there', async () => {
  budi = await meet(browser, `${server.origin}/kukar?mal=1&probe`, 'phone')
  await budi.page.locator('.mall-buttons').waitFor({ timeout: 60_000 })
  await shot(budi, 'budi-1-mall')
  await budi.page.locator('.mall-scene').focus()
  await budi.page.keyboard.down('ArrowUp')
  await budi.page.locator('html[data-balai-first-step]').waitFor({ state: 'attached', timeout: 20_000 })
  await budi.page.keyboard.up('ArrowUp')
  await budi.page.locator('.mall-search').click()
  await budi.page.getByRole('dialog').getByRole('searchbox').fill('ktp')
  await shot(budi, 'budi-2-find')
  await budi.page
    .getByRole('dialog')
    .getByRole('button', { name: /Loket 1\b/ })
    .first()
    .click()
  await budi.page.getByRole('heading', { name: /Loket 1\b/ }).waitFor({ timeout: 60_000 })
  await shot(budi, 'budi-3-counter')
  await takeNumber(budi)
  await signIn(budi, server.origin, 2)
  await sees(budi, 'A-002')
  await shot(budi, 'budi-4-ticket')
})

it('an officer opens the counter, shows the camera, and the public sees it', async () => {
  board = await meet(browser, `${server.origin}/papan/kukar`, 'office')
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  expect(server.bootstrap).not.toBeNull()
  await openCounter(officer, server.bootstrap ?? { username: '', password: '' }, 'Kutai Kartanegara', '1')
  await sees(officer, 'A-001')
  await officer.page.getByRole('button', { name: /Nyalakan kamera/ }).click()
  await officer.page.getByText('Langsung', { exact: true }).waitFor({ timeout: 30_000 })
  await shot(officer, 'officer-1-live')
})

it('calls number 1: citizen, board and console agree; they talk by video and by text', async () => {
  await officer.page.getByRole('button', { name: /Panggil berikutnya/ }).click()
  await sees(board, 'A-001')
  await siti.page.getByRole('button', { name: 'Bicara dengan video' }).waitFor()
  await shot(siti, 'siti-3-called')
  await siti.page.getByRole('button', { name: 'Bicara dengan video' }).click()
  for (const { page } of [siti, officer]) {
    const isPlaying = (): Promise<boolean> =>
      page.evaluate(
        'Array.from(document.querySelectorAll("video")).some((video) => video.videoWidth > 0 && video.currentTime > 0.5 && !video.muted)',
      )
    await expect.poll(isPlaying, { timeout: 30_000 }).toBe(true)
  }
  await shot(siti, 'siti-4-talk')
  await shot(officer, 'officer-2-talk')
  await siti.page.getByRole('button', { name: 'Tulis', exact: true }).first().click()
  const line = 'KTP saya <b>hilang</b> & rusak'
  await siti.page.getByRole('textbox').last().fill(line)
  await siti.page.keyboard.press('Enter')
  await officer.page
    .getByRole('button', { name: /^Tulis/ })
    .first()
    .click()
  await sees(officer, line)
  await shot(officer, 'officer-3-chat')
  expect(await officer.page.locator('b', { hasText: 'hilang' }).count()).toBe(0)
})

it('a reload in mid-talk loses nothing', async () => {
  await siti.page.reload()
  await sees(siti, 'A-001')
  await sees(siti, /Kembali bicara|Bicara dengan video/)
  await shot(siti, 'siti-5-reloaded')
})

it('finishes; the citizen rates the service, once; number 2 moves up', async () => {
  const start = officer.page.getByRole('button', { name: /^Mulai/ })
  if (await start.isEnabled()) await start.click()
  await officer.page
    .locator('.ticket-steps')
    .getByRole('button', { name: /^Selesai/ })
    .click()
  await siti.page.getByRole('button', { name: 'Kirim penilaian' }).waitFor()
  for (const fieldset of await siti.page.getByRole('dialog').locator('fieldset').all()) await fieldset.locator('label').last().click()
  await shot(siti, 'siti-6-survey')
  await siti.page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await sees(siti, 'Terima kasih')
  await officer.page.getByRole('button', { name: /Panggil berikutnya/ }).click()
  await budi.page.getByRole('button', { name: 'Bicara dengan video' }).waitFor()
  await shot(budi, 'budi-5-called')
  await shot(board, 'board-1')
  for (const { problems } of [siti, budi, officer, board]) expect(problems).toEqual([])
})
