import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, type Person, sees, signIn } from './people.ts'

/** The server's clock jumps ahead by 16 minutes at each of these signals: who waits at home counts as ready for 15. */
const jump = 'SIGUSR2'
const jumpingClock = 'let ahead=0;const real=Date.now;Date.now=()=>real()+ahead;process.on("SIGUSR2",()=>{ahead+=960000})'

// One story in order: what a step leaves behind is what the next begins with.
let server: RunServer
let browser: Browser
let siti: Person
let officer: Person

beforeAll(async () => {
  server = await startRunServer({
    settings: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(jumpingClock)}` },
  })
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const button = (person: Person, name: string | RegExp) => person.page.getByRole('button', { name, exact: true })

/** An officer's action, sent from their signed-in browser. */
async function act(path: string, data: object = {}): Promise<{ current: { id: string } | null }> {
  const answer = await officer.context.request.post(`${server.origin}/api/officer/${path}`, { data, headers: { origin: server.origin } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as { current: { id: string } | null }
}

it('takes a number, for whom it goes first', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.locator('#instansi-disdukcapil > summary').click()
  await siti.page.locator('#instansi-disdukcapil [data-wish]').first().click()
  await button(siti, 'Hamil').click()
  await siti.page.getByRole('dialog').getByRole('button', { name: 'Ambil antrean' }).click()
  await signIn(siti, server.origin, 1)
  await sees(siti, 'A-001')
  await sees(siti, 'Didahulukan')
})

it('is asked whether they are still there, over the page and in the sheet, and says so', async () => {
  await button(siti, 'Tutup').click()
  process.kill(server.pid, jump)
  await siti.page.locator('.ready-card').waitFor({ timeout: 40_000 })
  expect(await siti.page.title()).toContain('Masih di sini?')
  await siti.page.locator('.chip').click()
  await siti.page.getByRole('dialog').getByRole('button', { name: 'Ya, saya siap' }).click()
  await sees(siti, 'Giliran Anda berikutnya')
  await button(siti, 'Tutup').click()
  expect(await siti.page.locator('.ready-card').count()).toBe(0)
})

it('waits in another room and comes back to the same place', async () => {
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  await act('session', server.bootstrap ?? {})
  await act('counters/kukar.loket-01/open')
  const { current } = await act('counters/kukar.loket-01/next')
  await act(`tickets/${current?.id}/park`, { room: 'Ruang foto' })
  await siti.page.locator('.chip').click()
  await sees(siti, 'Silakan menunggu di Ruang foto.')
  await button(siti, 'Saya sudah kembali').click()
  await sees(siti, 'Giliran Anda berikutnya')
})

it('is skipped when called in vain, and rejoins', async () => {
  const { current } = await act('counters/kukar.loket-01/next')
  await sees(siti, 'Giliran Anda di Loket 1')
  process.kill(server.pid, jump)
  await act(`tickets/${current?.id}/skip`)
  await siti.page.locator('.chip').click()
  await button(siti, 'Gabung lagi').click()
  await sees(siti, 'Giliran Anda berikutnya')
  expect(siti.problems).toEqual([])
})
