import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { addOfficers } from '../../bench/server/run-officers.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, openCounter, type Person, sees } from './people.ts'

let dataDir: string
let server: RunServer
let browser: Browser
const officers: Person[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balai-emergency-'))
  const accounts = await addOfficers(dataDir, 3)
  server = await startRunServer({ dataDir })
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  const places = [
    ['Kutai Kartanegara', '1'],
    ['Kutai Kartanegara', '7'],
    ['Kota Kendari', '1'],
  ]
  for (const [index, [region, label]] of places.entries()) {
    const officer = await meet(browser, `${server.origin}/petugas`, 'office')
    await openCounter(officer, accounts[index], region, label)
    officers.push(officer)
  }
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

it('tells a colleague of the region at once, over everything, and nobody elsewhere', async () => {
  const [caller, colleague, elsewhere] = officers
  await caller.page.keyboard.press('d')
  const dialog = caller.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Pengunjung pingsan di depan loket')
  await dialog.getByRole('textbox').press('Enter')
  await dialog.getByRole('button', { name: 'Ya, minta bantuan' }).click()
  const alarm = colleague.page.getByRole('alertdialog')
  await alarm.waitFor()
  expect(await alarm.textContent()).toContain('Pengunjung pingsan di depan loket')
  // Put away by who has read it, and gone.
  await alarm.getByRole('button').click()
  await alarm.waitFor({ state: 'detached' })
  await sees(caller, /Rekan-rekan sudah diberi tahu/)
  expect(await elsewhere.page.getByRole('alertdialog').count()).toBe(0)
  expect(officers.map(({ problems }) => problems)).toEqual([[], [], []])
})
