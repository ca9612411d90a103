import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judgePage } from '../../bench/figures/judge-page.ts'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { movePeriod, periodOf, daysOfPeriod, surveyElements } from '../../game/survey/index.ts'
import { openStore } from '../../server/store/index.ts'
import { meet, sees, signIn, type Person } from './people.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The quarter that has just ended. */
const period = movePeriod(periodOf(new Date().toISOString().slice(0, 10)), -1)
let dataDir: string
let server: RunServer
let browser: Browser
let citizen: Person

/** Answers of the quarter before: two agencies, one of them with a service that too few have rated. */
async function answerBefore(): Promise<void> {
  const store = await openStore({ databaseUrl: null, file: join(dataDir, 'balai.sqlite') })
  const day = daysOfPeriod(period).from
  const atMs = Date.parse(day)
  const answer = (id: string, agency: string, service: string, value: number) => {
    const data = { day, agency, service, answers: Object.fromEntries(surveyElements.map((element) => [element, value])), profile: {} }
    const row = { kind: 'survey', id, region: 'kukar', owner: '', desk: agency, state: '', dueMs: null, createdAtMs: atMs }
    return store.putRecord({ ...row, updatedAtMs: atMs, data })
  }
  for (let i = 0; i < 8; i++) await answer(`a${i}`, 'disdukcapil', i < 2 ? 'kk-hilang' : 'kk-baru', 4)
  for (let i = 0; i < 6; i++) await answer(`b${i}`, 'imigrasi', 'paspor-baru', 2)
  await store.close()
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balai-rights-'))
  await answerBefore()
  // Nobody listens there: a way has only to be offered to be wished for.
  server = await startRunServer({ dataDir, settings: { SMS_GATEWAY_URL: 'http://127.0.0.1:9/' } })
  browser = await launchBrowser()
  citizen = await meet(browser, `${server.origin}/kukar`, 'phone')
  await citizen.page.locator('.account').click()
  await citizen.page.locator('.sheet .button.main').click()
  await signIn(citizen, server.origin, 71)
  await citizen.page.locator('.account.is-in').waitFor()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Nothing is cut off, too pale or too small for a thumb, and a screen reader can tell what everything is. */
async function isFit({ page }: Person): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect((await page.evaluate(judgePage)).failures).toEqual([])
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await checker.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)
  })
  expect(violations).toEqual([])
}

it('shows everybody how content people are, and nobody what one of them answered', async () => {
  const stranger = await meet(browser, `${server.origin}/skm/kukar?periode=${period}`, 'phone')
  await sees(stranger, '78,57')
  await sees(stranger, 'Sembilan unsur')
  await stranger.page.getByRole('link', { name: 'Disdukcapil' }).click()
  await sees(stranger, '100,00')
  // Two people rated one service: it is hidden, and the other with it.
  await expect.poll(() => stranger.page.locator('.hidden-cell').count()).toBe(2)
  await isFit(stranger)
  expect(stranger.problems).toEqual([])
  await stranger.context.close()
})

it('asks, withdraws and erases on the page of one’s own data', async () => {
  const { page } = citizen
  await page.goto(`${server.origin}/kabar`)
  expect(await page.getByLabel(/^WhatsApp/).isDisabled()).toBe(true)
  await page.getByLabel(/^SMS/).check()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await sees(citizen, 'Tersimpan.')
  await isFit(citizen)

  await page.goto(`${server.origin}/data-saya`)
  await sees(citizen, 'Pemberitahuan di luar Balai')
  await page.getByRole('textbox').fill('Nama saya salah eja')
  await page.getByRole('button', { name: 'Kirim permintaan' }).click()
  await sees(citizen, 'Menunggu jawaban')
  await page.getByRole('button', { name: 'Baca' }).click()
  await sees(citizen, 'Nama saya salah eja')

  await page.getByRole('button', { name: 'Tarik persetujuan' }).click()
  await page.getByRole('button', { name: 'Ya, tarik' }).click()
  await sees(citizen, /Ditarik dan berhenti/)
  await page.getByRole('button', { name: 'Hapus yang dapat dihapus' }).click()
  await page.getByRole('button', { name: 'Ya, hapus' }).click()
  await sees(citizen, 'Yang tetap disimpan')
  await isFit(citizen)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh semua data saya' }).click()])
  expect(download.suggestedFilename()).toMatch(/^data-saya-\d{4}-\d\d-\d\d\.zip$/)
  expect(citizen.problems).toEqual([])
})

it('tells who is not signed in what to do', async () => {
  for (const path of ['/data-saya', '/kabar']) {
    const stranger = await meet(browser, server.origin + path, 'phone')
    await sees(stranger, 'Masuk di Balai')
    expect(stranger.problems).toEqual([])
    await stranger.context.close()
  }
})
