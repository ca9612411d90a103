import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPapers, answerQuestions, declareAndSend } from '../../bench/case-visit/fill-case.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import type { StandardResponse } from '../../game/api/index.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { whatKeepsOut } from './for-everybody.ts'
import { meet, nikOf, type Person, sees, signIn } from './people.ts'

// One story in order: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
const service = 'kk-baru'
let server: RunServer
let browser: Browser
let siti: Person
let standard: StandardResponse

beforeAll(async () => {
  server = await startRunServer()
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: [...chromeFlags] })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const keptOut: string[] = []
/** Looks at what is on the screen: is it for everybody? And keeps a picture where one is wanted. */
const shot = async (person: Person, name: string): Promise<void> => {
  keptOut.push(...(await whatKeepsOut(person.page)).map((line) => `${name}: ${line}`))
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await person.page.screenshot({ path: join(shots, `${name}.png`) })
}
/** Everything that the page has kept on the device, as bytes read as text. */
const keptText = (person: Person): Promise<string> =>
  person.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('balai-case')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('no database')))
    })
    const rows = await new Promise<{ bytes: ArrayBuffer }[]>((resolve) => {
      const request = database.transaction('sealed').objectStore('sealed').getAll()
      request.addEventListener('success', () => resolve(request.result))
    })
    database.close()
    return rows.map((row) => new TextDecoder('latin1').decode(row.bytes)).join('\n')
  })

it('a citizen signs in and begins to fill in a form; each answer is on the device at once, sealed', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.locator('.account').click()
  await siti.page.getByRole('dialog').getByRole('button', { name: 'Masuk' }).click()
  await signIn(siti, server.origin, 1)
  await siti.page.locator('.account.is-in').waitFor()
  standard = await (await siti.context.request.get(`${server.origin}/api/regions/kukar/services/${service}/standard`)).json()
  await siti.page.goto(`${server.origin}/ajukan/kukar/${service}`)
  await siti.page.locator('.case-next').waitFor()
  await siti.page.locator('.case-field input').first().fill('Siti Aminah')
  await shot(siti, 'case-1-questions')
  await expect.poll(() => keptText(siti)).not.toBe('')
  const kept = await keptText(siti)
  for (const clear of ['Siti', service, nikOf(1)]) expect(kept).not.toContain(clear)
})

it('without signal the page opens again after a reload, with the answer in it', async () => {
  const { page, context } = siti
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match(location.pathname))), { message: 'the page is kept' })
    .toBe(true)
  await context.setOffline(true)
  await page.reload()
  await page.locator('.case-next').waitFor()
  expect(await page.locator('.case-field input').first().inputValue()).toBe('Siti Aminah')
  await shot(siti, 'case-2-offline')
})

it('all of it is filled in without signal, papers too, and the tab is killed on the way', async () => {
  const { page } = siti
  await page.locator('.case-next').click()
  await page.locator('.case-field.wrong').first().waitFor()
  await shot(siti, 'case-3-wrong')
  await answerQuestions(page, standard)
  await shot(siti, 'case-4-papers')
  const count = await addPapers(page)
  expect(count).toBeGreaterThan(1)
  await shot(siti, 'case-5-papers')
  await page.close()
  siti = { ...siti, page: await siti.context.newPage() }
  siti.page.on('pageerror', (error) => siti.problems.push(String(error)))
  await siti.page.goto(`${server.origin}/ajukan/kukar/${service}`)
  expect(await siti.page.locator('.case-paper.is-ready').count()).toBe(0)
  await siti.page.locator('.case-paper.is-ready').first().waitFor()
  expect(await siti.page.locator('.case-paper.is-ready').count()).toBe(count)
  await siti.page.locator('.case-next').click()
  await sees(siti, 'Semua sudah lengkap.')
  await sees(siti, 'Bila dikirim hari ini, dijanjikan selesai')
  await shot(siti, 'case-6-check')
})

it('Back is one step back, and nothing is lost by it', async () => {
  await siti.page.goBack()
  await siti.page.locator('.case-paper.is-ready').first().waitFor()
  await siti.page.locator('.case-next').click()
  await sees(siti, 'Semua sudah lengkap.')
})

it('sent without signal it waits in words; a reload does not lose it', async () => {
  await declareAndSend(siti.page)
  await sees(siti, /menunggu sinyal|menunggu giliran/)
  await shot(siti, 'case-7-waiting')
  await siti.page.reload()
  await sees(siti, 'Permohonan sedang dikirim')
  expect(await siti.page.locator('.case-item').count()).toBeGreaterThan(3)
})

it('with signal again one paper is jammed: the claim and the other papers go, and only it is waited for', async () => {
  const { page, context } = siti
  let isJammed = true
  let first: string | null = null
  await context.route('**/api/uploads/*', async (route) => {
    const address = route.request().url()
    if (route.request().method() === 'PATCH') first ??= address
    if (isJammed && address === first) await route.abort('connectionreset')
    else await route.continue()
  })
  await context.setOffline(false)
  await page.reload()
  await sees(siti, 'tercatat')
  await expect
    .poll(() => page.locator('.case-item.is-done').count(), { timeout: 60_000 })
    .toBe((await page.locator('.case-item').count()) - 2)
  await sees(siti, /Diterima server pukul/)
  await shot(siti, 'case-8-jam')
  isJammed = false
  await page.locator('.case-item .button').first().click()
  // The server may be looking at pictures for others too.
  await page.locator('.case-done').waitFor({ timeout: 60_000 })
  await sees(siti, 'Permohonan diterima')
  await shot(siti, 'case-9-done')
})

it('the case is followed, and it is there once', async () => {
  await siti.page.getByRole('link', { name: 'Lihat permohonan' }).click()
  await sees(siti, 'Riwayat')
  expect(await siti.page.locator('.case-facts dt').allTextContents()).toEqual(['Dikirim', 'Dijanjikan selesai'])
  await shot(siti, 'case-10-case')
  const { cases } = await (await siti.context.request.get(`${server.origin}/api/cases`)).json()
  expect(cases).toHaveLength(1)
  await siti.page.getByRole('link', { name: 'Permohonan saya' }).click()
  await sees(siti, cases[0].number)
  await sees(siti, 'Kartu Keluarga baru')
  await shot(siti, 'case-11-list')
})

it('what an officer sends back is put right in place: only that, with the sentence beside it', async () => {
  const officer = (await browser.newContext()).request
  const post = async (path: string, data?: unknown): Promise<void> => {
    const answer = await officer.post(`${server.origin}${path}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  }
  await post('/api/officer/session', server.bootstrap)
  const { cases } = await (await siti.context.request.get(`${server.origin}/api/cases`)).json()
  const { id } = cases[0]
  for (const action of ['take', 'check']) await post(`/api/officer/cases/${id}/${action}`, {})
  const sent = await (await siti.context.request.get(`${server.origin}/api/cases/${id}/answers`)).json()
  const mark = { paper: sent.papers['ktp-el'], page: 1, x: 0.7, y: 0.1, width: 0.25, height: 0.5 }
  await post(`/api/officer/cases/${id}/return`, {
    fields: [{ field: 'alamat', sentence: 'Tulis juga nomor RT.' }],
    papers: [{ requirement: 'ktp-el', sentence: 'Foto KTP terpotong di kanan.', mark }],
  })
  const { page } = siti
  await page.goto(`${server.origin}/perkara/${id}`)
  await sees(siti, 'Tulis juga nomor RT.')
  await sees(siti, 'Foto KTP terpotong di kanan.')
  await page.locator('.case-fix').scrollIntoViewIfNeeded()
  await shot(siti, 'case-14-returned')
  await page.locator('.case-marked').scrollIntoViewIfNeeded()
  await sees(siti, 'Kotak merah dari petugas: kanan tengah.')
  await expect.poll(() => page.locator('.case-marked img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  const at = async (selector: string) =>
    (await page.locator(`.case-marked ${selector}`).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [picture, line] = [await at('img'), await at('.case-mark-line')]
  expect((line.x - picture.x) / picture.width).toBeCloseTo(mark.x, 1)
  expect(line.width / picture.width).toBeCloseTo(mark.width, 1)
  expect(line.height / picture.height).toBeCloseTo(mark.height, 1)
  await shot(siti, 'case-14b-marked')
  expect(await page.locator('.case-fix .case-field').count()).toBe(1)
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await sees(siti, 'Masih sama seperti yang lalu.')
  await sees(siti, 'Masih 2 dari 2 yang harus diperbaiki.')
  await sees(siti, /Belum diperbaiki: .+, .+\./)
  await page.locator('#f-alamat').fill('Jalan Mawar 5 RT 12')
  await sees(siti, 'Masih 1 dari 2 yang harus diperbaiki.')
  expect(await page.locator('.case-fix-parts .is-open').getAttribute('data-part')).toBe('ktp-el')
  await shot(siti, 'case-14c-one-open')
  await addPapers(page)
  await sees(siti, 'Semua sudah diperbaiki.')
  await page.getByRole('button', { name: 'Kirim perbaikan' }).click()
  await expect
    .poll(async () => (await (await siti.context.request.get(`${server.origin}/api/cases/${id}`)).json()).state, { timeout: 20_000 })
    .not.toBe('returned')
  await sees(siti, 'Riwayat')
  await shot(siti, 'case-15-corrected')
  expect(await page.locator('.case-fix').count()).toBe(0)
})

it('an address of no case of theirs names the wrong number and leads to the list', async () => {
  for (const wrong of ['BAD-ID', 'K-0000-00']) {
    await siti.page.goto(`${server.origin}/perkara/${wrong}`)
    await sees(siti, 'tidak ada permohonan dengan nomor ini')
    await sees(siti, wrong)
  }
  await shot(siti, 'case-17-unknown')
  await siti.page.getByRole('link', { name: 'Buka daftar permohonan saya' }).click()
  await sees(siti, 'Kartu Keluarga baru')
})

it('what is known is offered in the next case: answers to look over, papers by one tick', async () => {
  await siti.page.goto(`${server.origin}/ajukan/kukar/kk-pisah`)
  await sees(siti, 'Data Anda')
  await shot(siti, 'case-12-known')
  const other = await (await siti.context.request.get(`${server.origin}/api/regions/kukar/services/kk-pisah/standard`)).json()
  await answerQuestions(siti.page, other)
  await sees(siti, 'Sudah pernah Anda simpan')
  await shot(siti, 'case-13-offered')
})

it('whoever signs out with something unsent is warned first', async () => {
  const { page } = siti
  await addPapers(page)
  await page.locator('.case-next').click()
  await siti.context.setOffline(true)
  await declareAndSend(page)
  await siti.context.route('**/api/cases', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await siti.context.setOffline(false)
  await page.reload()
  await sees(siti, 'Permohonan sedang dikirim')
  await page.goto(`${server.origin}/ajukan/kukar/kk-pisah`)
  await page.locator('.case-next').click()
  await page.locator('.case-back').waitFor()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('balai.drafts'))).toBe('1')
  await page.goto(`${server.origin}/kukar`)
  await page.locator('.account.is-in').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click()
  await sees(siti, 'belum terkirim dari ponsel ini: 1.')
  await sees(siti, 'belum selesai diisi di ponsel ini: 1.')
  await shot(siti, 'case-16-warned')
})

it('signing out destroys all of it', async () => {
  await siti.page.getByRole('dialog').getByRole('button', { name: 'Keluar dan hapus' }).click()
  await expect.poll(() => siti.page.evaluate(async () => (await indexedDB.databases()).map((row) => row.name))).not.toContain('balai-case')
  expect(siti.problems).toEqual([])
})

it('every screen on the way is for everybody', () => expect(keptOut).toEqual([]))
