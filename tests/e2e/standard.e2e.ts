import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, type Person, sees } from './people.ts'

// A service opened from the list: what is promised for it, and the way in.
let server: RunServer
let browser: Browser
const people: Person[] = []

beforeAll(async () => {
  server = await startRunServer()
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: [...chromeFlags] })
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
afterEach(async () => {
  for (const { context, problems } of people.splice(0)) {
    await context.close()
    expect(problems).toEqual([])
  }
})

async function arrive(path: string, device: 'phone' | 'office' = 'phone'): Promise<Person> {
  const person = await meet(browser, `${server.origin}${path}`, device)
  people.push(person)
  return person
}
const sheetOf = ({ page }: Person) => page.locator('dialog[open]')

describe('a service of the list', () => {
  it('opens by touch and shows papers, fee with its basis, steps with their days, what comes of it and where to complain; Back closes it', async () => {
    const person = await arrive('/kukar')
    const { page } = person
    await page.locator('#instansi-disdukcapil > summary').tap()
    await page.locator('.rows a', { hasText: 'KTP-el hilang' }).first().tap()
    await sheetOf(person).getByRole('heading', { name: 'Yang disiapkan' }).waitFor()
    const words = await sheetOf(person).innerText()
    for (const text of [
      'Ajukan dari sini',
      'Kartu Keluarga',
      'Hanya bila Anda memilih “Hilang” pada “Apa yang terjadi pada kartu”.',
      'Gratis',
      'UU 24/2013 pasal 79A',
      '1 hari kerja',
      'KTP-el pengganti',
      'LAPOR',
    ]) {
      expect(words).toContain(text)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.goBack()
    await sheetOf(person).waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/kukar')
  })

  it('keeps the ticks of the checklist on the device', async () => {
    const person = await arrive('/kukar?layanan=akta-lahir')
    const box = sheetOf(person).getByRole('checkbox', { name: /Kartu Keluarga/ })
    await box.check()
    await sees(person, '1 dari 3 berkas sudah siap.')
    await person.page.goto(`${server.origin}/kukar?layanan=akta-lahir`)
    await sees(person, '1 dari 3 berkas sudah siap.')
    expect(await box.isChecked()).toBe(true)
  })

  it('leads to the form where it can be applied for from here, and to the queue', async () => {
    const person = await arrive('/kukar?layanan=akta-lahir')
    const { page } = person
    await sheetOf(person).getByRole('link', { name: 'Ajukan dari sini' }).click()
    await page.waitForURL('**/ajukan/kukar/akta-lahir')
    await page.goto(`${server.origin}/kukar?layanan=ktp-el-baru`)
    await sees(person, /lalu datang ke loket/)
    expect(await sheetOf(person).getByRole('link', { name: 'Ajukan dari sini' }).count()).toBe(0)
    await sheetOf(person).getByRole('link', { name: 'Ambil antrean' }).click()
    await page.getByRole('textbox', { name: 'NIK' }).waitFor()
  })

  it('can be opened, ticked and closed by keyboard', async () => {
    const person = await arrive('/kukar', 'office')
    const { page } = person
    const agency = page.locator('#instansi-dinkes > summary')
    await agency.focus()
    await page.keyboard.press('Enter')
    const row = page.locator('#instansi-dinkes .rows a', { hasText: 'Perpanjangan izin praktik dokter' })
    await row.focus()
    await page.keyboard.press('Enter')
    await sees(person, 'Semua dari sini sampai selesai. Tidak perlu datang.')
    const box = sheetOf(person).getByRole('checkbox').first()
    await box.focus()
    await page.keyboard.press('Space')
    expect(await box.isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await sheetOf(person).waitFor({ state: 'detached' })
  })

  it.each(['phone', 'office'] as const)('has nothing that an accessibility check finds (%s)', async (device) => {
    const person = await arrive('/kukar?layanan=nikah-luar', device)
    const { page } = person
    await sees(person, /Bulan nikah gratis|Rp600\.000/)
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const tool = (window as unknown as { axe: { run(of: string): Promise<{ violations: { id: string }[] }> } }).axe
      return (await tool.run('dialog[open]')).violations.map(({ id }) => id)
    })
    expect(found).toEqual([])
    const small = await sheetOf(person)
      .locator('a, button, label')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent),
      )
    expect(small).toEqual([])
  })
})
