import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TicketsResponse } from '../../game/api/index.ts'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { verifyQueue } from '../../scripts/verify-queue.ts'
import { meet, openCounter, type Person, sees, signIn, takeNumber } from './people.ts'

// One story in order: what a step leaves behind is what the next begins with.
let server: RunServer
let browser: Browser
let siti: Person
let officer: Person
let ticket: TicketsResponse['tickets'][number]
let proofPage: string

beforeAll(async () => {
  server = await startRunServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('somebody takes a number and is called; the ticket carries a receipt', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.getByRole('searchbox').fill('ktp hilang')
  await siti.page.keyboard.press('Enter')
  await takeNumber(siti)
  await signIn(siti, server.origin, 1)
  await sees(siti, 'A-001')
  const answer = await siti.context.request.get(`${server.origin}/api/tickets`)
  ticket = ((await answer.json()) as TicketsResponse).tickets[0]
  expect(ticket.receipt).toEqual({ line: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  if (server.bootstrap === null) throw new Error('the first start gave no officer')
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  await openCounter(officer, server.bootstrap, 'Kutai Kartanegara', '1')
  const called = await officer.context.request.post(`${server.origin}/api/officer/counters/kukar.loket-01/next`, {
    headers: { origin: server.origin },
  })
  expect(called.status()).toBe(200)
})

it('anybody checks the day without an account, and finds the receipt by the address that a ticket carries', async () => {
  proofPage = `${server.origin}/antrean/bukti/${ticket.day}?wilayah=kukar`
  const budi = await meet(browser, `${proofPage}&antrean=${ticket.group}#${ticket.receipt?.hash}`, 'phone')
  await sees(budi, 'Urutan utuh')
  await sees(budi, 'A-001')
  await sees(budi, /Anda yang pertama/)
  await sees(budi, /Dipanggil · Loket 1/)
  expect(budi.problems).toEqual([])
  await budi.page.getByLabel('Tanda terima').fill('f'.repeat(64))
  await budi.page.keyboard.press('Enter')
  await sees(budi, /Tidak ada di catatan hari ini/)
  await budi.context.close()
})

it('a record that was altered on the way is shown red, with its line', async () => {
  const budi = await meet(browser, `${server.origin}/antrean/bukti?wilayah=kendari`, 'phone')
  await sees(budi, 'Tidak ada antrean pada hari ini')
  await budi.page.route(`**/proof/*/${ticket.group}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('"number":1', '"number":2') })
  })
  await budi.page.goto(proofPage)
  await sees(budi, 'Catatan tidak cocok')
  await sees(budi, /Rantainya sudah putus di awal/)
  await budi.context.close()
})

it('the file that is offered is good for the command as well', async () => {
  const budi = await meet(browser, proofPage, 'office')
  const [download] = await Promise.all([budi.page.waitForEvent('download'), budi.page.getByRole('link', { name: /Unduh catatan/ }).click()])
  const folder = await mkdtemp(join(tmpdir(), 'balai-proof-'))
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  const said: string[] = []
  const output = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
  expect([await verifyQueue([file, '--receipt', ticket.receipt?.hash ?? ''], output), said.join('\n')]).toEqual([
    0,
    expect.stringContaining('number A-001'),
  ])
  writeFileSync(file, said.join('\n'))
  expect(await verifyQueue([file], output)).toBe(2)
  await rm(folder, { recursive: true })
  await budi.context.close()
})

it('statistics are for officers, as charts and as tables of the same figures', async () => {
  await siti.page.goto(`${server.origin}/petugas/statistik`)
  await sees(siti, 'Khusus petugas')
  expect(await siti.page.getByRole('link', { name: 'Ke konsol petugas' }).getAttribute('href')).toBe('/petugas')

  const complaints: string[] = []
  officer.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await officer.page.goto(`${server.origin}/petugas/statistik?wilayah=kukar`)
  const table = officer.page.getByRole('region', { name: 'Per cara masuk antrean' }).getByRole('table')
  await expect.poll(() => table.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/^Dari rumah\s+1\s+0/)])
  expect(await officer.page.locator('.chart canvas').count()).toBeGreaterThanOrEqual(2)
  const csv = await officer.context.request.get(`${server.origin}/api/officer/statistics.csv?region=kukar`)
  expect((await csv.text()).split('\r\n')[1]).toMatch(/^[a-z-]+,[a-z-]*,kukar\.loket-01,home,0,,\d+,open,\d+,$/)
  // A policy against inline styles that the charts would break is told on the console.
  expect(complaints).toEqual([])
  expect(officer.problems).toEqual([])
})
